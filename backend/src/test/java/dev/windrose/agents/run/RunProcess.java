package dev.windrose.agents.run;

import dev.windrose.context.AnswerMessage;
import dev.windrose.platform.people.AccessRevocation;
import dev.windrose.testing.BareContext;
import dev.windrose.testing.KillableProcess;
import java.util.Map;

/** Works on runs until it is killed. */
final class RunProcess {

    private RunProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        var context = BareContext.of(
                Map.of("windrose.data", System.getenv("TEST_DATA_FOLDER"), "windrose.jobs.heartbeat", "100ms"),
                new Class<?>[] {},
                "dev.windrose.records",
                "dev.windrose.llm",
                "dev.windrose.crm",
                "dev.windrose.context",
                "dev.windrose.work",
                "dev.windrose.workspace",
                "dev.windrose.events",
                "dev.windrose.agents.run",
                "dev.windrose.agents.tool",
                "dev.windrose.agents.stock",
                "dev.windrose.platform.jobs",
                "dev.windrose.platform.outside",
                "dev.windrose.platform.people",
                "dev.windrose.platform.audit",
                "dev.windrose.platform.cache");
        context.registerBean(AnswerMessage.class, () -> (message, tell) -> {
            throw new IllegalStateException("No message is answered here: " + message);
        });
        context.registerBean(AccessRevocation.class, () -> (tenant, person) -> {});
        context.refresh();
        KillableProcess.tellReady();
        Thread.currentThread().join();
    }
}
