package dev.windrose.context.retrieval;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import dev.windrose.platform.people.AccessRevocation;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.testing.BareContext;
import dev.windrose.testing.KillableProcess;
import java.util.Map;
import java.util.UUID;

/** Writes products with texts and keeps the passages of its folder until it is killed. */
final class RetrievalProcess {

    private RetrievalProcess() {}

    public static void main(String[] arguments) {
        var context = BareContext.of(
                Map.of(
                        "windrose.search.meanings", "0",
                        "windrose.retrieval.commit-every", "300ms",
                        "windrose.data", System.getenv("TEST_DATA_FOLDER")),
                new Class<?>[] {},
                "dev.windrose.records",
                "dev.windrose.events",
                "dev.windrose.llm",
                "dev.windrose.context.entry",
                "dev.windrose.context.retrieval",
                "dev.windrose.platform.jobs",
                "dev.windrose.platform.outside",
                "dev.windrose.platform.people",
                "dev.windrose.platform.audit",
                "dev.windrose.platform.cache");
        context.registerBean(AccessRevocation.class, () -> (tenant, person) -> {});
        context.refresh();
        context.getBean(KeepChunks.class).begin();
        var tenant = new TenantId(UUID.fromString(System.getenv("TEST_TENANT")));
        var changes = context.getBean(Changes.class);
        KillableProcess.tellReady();
        for (int i = 0; ; i++) {
            var operation = DraftOperation.create(
                    "product", Map.of("name", "Part " + i, "description", "This part turns the wheel, " + i + "."));
            ActorScope.run(Actor.system(tenant), () -> changes.apply(ChangeDraft.of(Cause.person(), "", operation)));
        }
    }
}
