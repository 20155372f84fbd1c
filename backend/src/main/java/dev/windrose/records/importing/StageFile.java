package dev.windrose.records.importing;

import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.importing.file.RowTable;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a whole file into the database, a stretch at a time, and finds out what its rows are to the records there are. Each stretch is a
 * transaction of its own, because a long one would hold up the events of everybody.
 */
@Component
class StageFile {

    /** So few that somebody who looks on sees something happen at once. */
    private static final int FIRST = 500;

    private static final int STRETCH = 5_000;
    private static final int MATCHED = 50_000;

    private final OpenMapping openMapping;
    private final StagingStore staging;
    private final PlanStore plans;
    private final MatchByLikeness likeness;
    private final LaterRecords later;
    private final Workspaces workspaces;
    private final TransactionTemplate transaction;

    StageFile(
            OpenMapping openMapping,
            StagingStore staging,
            PlanStore plans,
            MatchByLikeness likeness,
            LaterRecords later,
            Workspaces workspaces,
            TransactionTemplate transaction) {
        this.openMapping = openMapping;
        this.staging = staging;
        this.plans = plans;
        this.likeness = likeness;
        this.later = later;
        this.workspaces = workspaces;
        this.transaction = transaction;
    }

    /** What is told how far it is. */
    interface Progress {

        void at(String phase, long rows);
    }

    Target stage(Import file, Mapping mapping, Path path, Progress progress) {
        return stage(file, mapping, path, List.of(), progress);
    }

    /** @param before files that run before and have only been checked */
    Target stage(Import file, Mapping mapping, Path path, List<Import> before, Progress progress) {
        var target = open(file, mapping);
        later.teach(target, before);
        FileNames.learn(target, path, file);
        String currency = transaction.execute(status -> workspaces.current().baseCurrency());
        transaction.executeWithoutResult(status -> staging.begin(file.id()));
        long rows = read(file, new ReadRows(target, currency), path, done -> progress.at(RunImport.READING, done));
        transaction.executeWithoutResult(status -> plans.begin(file.id(), target, rows));
        for (long after = 0; after < rows; after += MATCHED) {
            long from = after;
            transaction.executeWithoutResult(status -> plans.match(file.id(), target, currency, from, from + MATCHED));
            progress.at(RunImport.MATCHING, Math.min(rows, after + MATCHED));
        }
        if (target.key() != null && target.key().fuzzy()) {
            likeness.of(file.id(), target);
        }
        later.match(file, target, before);
        transaction.executeWithoutResult(
                status -> plans.end(file.id(), mapping.reviewedRecords(), mapping.reviewedAsNew()));
        return target;
    }

    private long read(Import file, ReadRows read, Path path, LongConsumer progress) {
        long done = 0;
        try (var table = RowTable.open(path, file.format())) {
            for (var rows = table.next(FIRST); !rows.isEmpty(); rows = table.next(STRETCH)) {
                var some = rows;
                transaction.executeWithoutResult(status -> {
                    read.learn(some);
                    staging.copy(file.id(), read.of(some));
                });
                done += rows.size();
                progress.accept(done);
            }
        }
        return done;
    }

    Target open(Import file, Mapping mapping) {
        return transaction.execute(status -> openMapping.of(file, mapping));
    }

    /** Whether nothing has to be read again. A crash empties what was read, and one in the middle leaves a part. */
    boolean staged(Import file) {
        return Boolean.TRUE.equals(
                transaction.execute(status -> staging.count(StagingStore.plan(file.id())) == file.rowCount()
                        && staging.count(StagingStore.rows(file.id())) == file.rowCount()));
    }
}
