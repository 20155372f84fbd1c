package dev.windrose.records.importing;

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
        var context = BareContext.ofRecords(settings);
        context.refresh();
        KillableProcess.tellReady();
        Thread.currentThread().join();
    }
}
