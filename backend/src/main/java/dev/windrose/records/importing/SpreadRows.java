package dev.windrose.records.importing;

import dev.windrose.records.change.Changes;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** How the rows of a file are spread over batches, and how many batches are written at once. */
@Component
class SpreadRows {

    /** While one batch is worked out, the database writes the other. */
    private static final int AT_ONCE = 2;

    /** A file of thousands of rows keeps both busy to its end, and two batches together hold no more rows than one used to. */
    private static final int PIECES = 2 * AT_ONCE;

    private final StagingStore staging;
    private final BatchStore batches;
    private final Changes changes;
    private final int most;

    SpreadRows(StagingStore staging, BatchStore batches, Changes changes, ImportSettings settings) {
        this.staging = staging;
        this.batches = batches;
        this.changes = changes;
        this.most = settings.batch();
    }

    /**
     * @param size rows to a batch
     * @param atOnce batches
     */
    record Spread(int size, int atOnce) {

        /** Whether references of rows to rows of other batches are left. */
        boolean parts(Import file) {
            return file.rowCount() > size;
        }
    }

    /** Kept by the job, because batches are numbered by it. Needs a transaction. */
    Spread of(Import file, Target target) {
        // What is told in one event is told sooner than what takes an event a record.
        int least = Math.min(most, Changes.TOLD_SINGLY + 1);
        long pieces = Math.min(PIECES, file.rowCount() / least);
        if (pieces < AT_ONCE || batches.any(file.id()) || !apart(file, target)) {
            return new Spread(most, 1);
        }
        return new Spread((int) Math.min(Math.ceilDiv(file.rowCount(), pieces), Math.ceilDiv(most, AT_ONCE)), AT_ONCE);
    }

    /** Only where no row depends on another one, nor on what another one leads to: the last of two must not be the first by chance. */
    private boolean apart(Import file, Target target) {
        var fields = new TreeSet<String>();
        for (var column : target.columns()) {
            if (column.field() != null) {
                fields.addAll(target.written(column.field()));
            }
        }
        boolean named = target.columns().stream().anyMatch(column -> column.field() == null)
                && (target.key() == null
                        || target.key().field() != null
                        || target.key().fuzzy());
        return !target.refersToItself() && changes.apart(target.type(), fields) && staging.eachOnce(file.id(), named);
    }
}
