package dev.windrose.records.importing;

import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.importing.file.CsvTable;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/** Reads a whole file into the database, a stretch at a time, and finds out what its rows are to the records there are. */
@Component
class StageFile {

    private static final int STRETCH = 5_000;

    private final OpenMapping openMapping;
    private final StagingStore staging;
    private final PlanStore plans;
    private final Workspaces workspaces;

    StageFile(OpenMapping openMapping, StagingStore staging, PlanStore plans, Workspaces workspaces) {
        this.openMapping = openMapping;
        this.staging = staging;
        this.plans = plans;
        this.workspaces = workspaces;
    }

    /** Needs a transaction. The progress is told the number of rows that have been read. */
    Target stage(Import file, Mapping mapping, Path path, LongConsumer progress) {
        var target = openMapping.of(file, mapping);
        FileNames.learn(target, path, file);
        staging.begin(file.id());
        var read = new ReadRows(target, workspaces.current().baseCurrency());
        long done = 0;
        try (var table = CsvTable.open(path, file.format())) {
            for (var rows = table.next(STRETCH); !rows.isEmpty(); rows = table.next(STRETCH)) {
                staging.copy(file.id(), read.of(rows));
                done += rows.size();
                progress.accept(done);
            }
        }
        plans.plan(file.id(), target, done);
        return target;
    }

    /** Whether nothing has to be read again. A crash empties what was read. */
    boolean staged(Import file) {
        return staging.filled(StagingStore.plan(file.id())) && staging.filled(StagingStore.rows(file.id()));
    }
}
