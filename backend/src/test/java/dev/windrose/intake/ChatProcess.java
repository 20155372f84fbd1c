package dev.windrose.intake;

import dev.windrose.context.FollowRuns;
import dev.windrose.context.Threads;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import dev.windrose.platform.id.ThreadId;
import dev.windrose.platform.people.AccessRevocation;
import dev.windrose.testing.BareContext;
import dev.windrose.testing.KillableProcess;
import java.util.Map;
import java.util.UUID;

/** Takes one message and works on it until it is killed. */
final class ChatProcess {

    private ChatProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        var context = BareContext.of(
                Map.of("windrose.data", System.getenv("TEST_DATA_FOLDER")),
                new Class<?>[] {},
                "dev.windrose.records",
                "dev.windrose.llm",
                "dev.windrose.crm",
                "dev.windrose.context",
                "dev.windrose.work",
                "dev.windrose.workspace",
                "dev.windrose.intake",
                "dev.windrose.events",
                "dev.windrose.platform.jobs",
                "dev.windrose.platform.outside",
                "dev.windrose.platform.people",
                "dev.windrose.platform.audit",
                "dev.windrose.platform.cache");
        context.registerBean(DroppedFiles.class, () -> file -> {
            throw new IllegalStateException("No file is dropped here: " + file);
        });
        context.registerBean(AccessRevocation.class, () -> (tenant, person) -> {});
        context.refresh();
        var author = new Actor(
                new TenantId(UUID.fromString(System.getenv("TEST_TENANT"))),
                new PersonId(UUID.fromString(System.getenv("TEST_PERSON"))),
                "Olive Owner",
                ActorKind.PERSON,
                Role.OWNER,
                Actor.ALL_SCOPES);
        var thread = new ThreadId(UUID.fromString(System.getenv("TEST_THREAD")));
        ActorScope.run(author, () -> {
            var run = context.getBean(Threads.class).post(thread, System.getenv("TEST_TEXT"), null, null);
            context.getBean(FollowRuns.class).start(run);
        });
        KillableProcess.tellReady();
        Thread.currentThread().join();
    }
}
