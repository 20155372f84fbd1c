package dev.windrose.records.bulk;

import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.ChangeSet;

/**
 * What became of the records of a bulk edit.
 *
 * @param unchanged had the values already
 * @param refused for a rule, a right or another's change, each named in the change set
 */
public record BulkCounts(long total, long changed, long unchanged, long refused) {

    static final BulkCounts NONE = new BulkCounts(0, 0, 0, 0);

    static BulkCounts of(int records, ChangeSet set) {
        long changed =
                set.operations().stream().filter(ChangeOperation::applied).count();
        long refused = set.operations().size() - changed;
        return new BulkCounts(records, changed, Math.max(0, records - changed - refused), refused);
    }

    BulkCounts plus(BulkCounts other) {
        return new BulkCounts(
                total + other.total, changed + other.changed, unchanged + other.unchanged, refused + other.refused);
    }
}
