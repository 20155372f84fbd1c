package dev.windrose.records.importing;

import dev.windrose.platform.people.AccessRevocation;
import dev.windrose.platform.process.RecentRequests;
import dev.windrose.testing.BareContext;
import dev.windrose.testing.KillableProcess;
import java.util.Map;

/** Runs imports in small batches until it is killed. */
final class ImportProcess {

    private ImportProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        Map<String, Object> settings = Map.of(
                "windrose.jobs.heartbeat", "100ms",
                "windrose.imports.batch", "25",
                "windrose.search.meanings", "0",
                "windrose.data", System.getenv("TEST_DATA_FOLDER"));
        var context = BareContext.of(
                settings,
                new Class<?>[] {},
                "dev.windrose.records",
                "dev.windrose.events",
                "dev.windrose.llm",
                "dev.windrose.platform.jobs",
                "dev.windrose.platform.people",
                "dev.windrose.platform.audit",
                "dev.windrose.platform.cache");
        context.registerBean(AccessRevocation.class, () -> (tenant, person) -> {});
        context.registerBean(RecentRequests.class);
        context.refresh();
        KillableProcess.tellReady();
        Thread.currentThread().join();
    }
}
