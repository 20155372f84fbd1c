package dev.windrose.records.importing;

import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Changes;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes some rows: the records with their change set, what became of the rows, and the refused ones. Needs a transaction. */
@Component
class WriteBatch {

    private static final Set<RowState> PLANNED = Set.of(RowState.NEW, RowState.KNOWN);
    private static final Set<RowState> WRITTEN = Set.of(RowState.NEW, RowState.KNOWN, RowState.SAME);

    private final StagingStore staging;
    private final PlanRows planRows;
    private final Changes changes;
    private final BatchStore batches;
    private final LayPast layPast;
    private final SpreadRows spreadRows;

    WriteBatch(
            StagingStore staging,
            PlanRows planRows,
            Changes changes,
            BatchStore batches,
            LayPast layPast,
            SpreadRows spreadRows) {
        this.spreadRows = spreadRows;
        this.layPast = layPast;
        this.staging = staging;
        this.planRows = planRows;
        this.changes = changes;
        this.batches = batches;
    }

    SpreadRows.Spread spread(Import file, Target target) {
        return spreadRows.of(file, target);
    }

    Counts rows(Import file, Target target, int number, long after, long upTo) {
        var counts = CheckRows.ofStates(staging.counts(file.id(), after, upTo));
        var rows = staging.read(file.id(), after, upTo, PLANNED);
        ChangeSet set = null;
        if (!rows.isEmpty()) {
            var planned = planRows.plan(file, target, rows);
            set = changes.apply(planned.draft());
            var done = layPast.ofRecords(
                    file, target, planned.rows(), new RowResults(target, set).of(planned.rows()), true);
            var results = done.rows();
            counts = counts.plus(RowResults.counts(results)).plus(Counts.ofHistory(done.entries()));
            batches.insertRefusals(
                    file.id(),
                    results.stream()
                            .filter(row -> row.outcome() == RowResult.Outcome.REFUSED)
                            .toList());
        }
        if (counts.refused() > 0) {
            batches.insertStagedRefusals(file.id(), target.header(), after, upTo);
        }
        batches.insert(file.id(), number, set != null && written(set) ? set.id() : null, counts);
        return counts;
    }

    /** What a file of changes tells of the next records. */
    Next changes(Import file, Target target, int number, @Nullable UUID after) {
        var counts = number > 0 ? Counts.NONE : refusedBefore(file, target);
        var done = layPast.ofChanges(file, target, List.of(), after, true);
        batches.insertRefusals(
                file.id(),
                done.rows().stream()
                        .filter(row -> row.outcome() == RowResult.Outcome.REFUSED)
                        .toList());
        batches.insert(
                file.id(),
                number,
                null,
                counts.plus(RowResults.counts(done.rows())).plus(Counts.ofHistory(done.entries())));
        return new Next(done.last(), done.rows().size());
    }

    /** @param after null where nothing is left */
    record Next(@Nullable UUID after, long rows) {}

    private Counts refusedBefore(Import file, Target target) {
        batches.insertStagedRefusals(file.id(), target.header(), 0, file.rowCount());
        return CheckRows.ofStates(staging.counts(file.id(), 0, file.rowCount()));
    }

    /** References to records that other batches have made. */
    Counts links(Import file, Target target, int number, long after, long upTo) {
        var rows = staging.read(file.id(), after, upTo, WRITTEN).stream()
                .filter(StagedRow::links)
                .toList();
        if (!rows.isEmpty()) {
            var set = changes.apply(planRows.links(file, target, rows).draft());
            batches.insert(file.id(), number, written(set) ? set.id() : null, Counts.NONE);
        }
        return Counts.NONE;
    }

    private static boolean written(ChangeSet set) {
        return set.operations().stream().anyMatch(operation -> operation.applied());
    }
}
