package dev.windrose.records.importing;

import dev.windrose.records.change.Changes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans rows as a run would and keeps what it finds. Needs a transaction. */
@Component
class CheckRows {

    private static final Set<RowState> PLANNED = Set.of(RowState.NEW, RowState.KNOWN, RowState.LATER);

    private final StagingStore staging;
    private final DryRunStore results;
    private final PlanRows planRows;
    private final LaterRecords later;
    private final LayPast layPast;
    private final Changes changes;

    CheckRows(
            StagingStore staging,
            DryRunStore results,
            PlanRows planRows,
            LaterRecords later,
            LayPast layPast,
            Changes changes) {
        this.staging = staging;
        this.results = results;
        this.planRows = planRows;
        this.later = later;
        this.layPast = layPast;
        this.changes = changes;
    }

    /** @param before files that run before */
    Counts rows(Import file, Target target, List<Import> before, long after, long upTo) {
        var rows = staging.read(file.id(), after, upTo, PLANNED);
        var counts = ofStates(staging.counts(file.id(), after, upTo));
        if (rows.isEmpty()) {
            return counts;
        }
        var planned = planRows.plan(file, target, rows, later.made(file, rows, before));
        var found = new RowResults(target, changes.preview(planned.draft())).of(planned.rows());
        var done = layPast.ofRecords(file, target, planned.rows(), found, false);
        results.add(file.id(), done.rows());
        return counts.plus(RowResults.counts(done.rows())).plus(Counts.ofHistory(done.entries()));
    }

    /** @param last the record after which to go on; null where nothing is left */
    record Checked(Counts counts, @Nullable UUID last) {}

    /** Of a file of changes the next records. */
    Checked changes(Import file, Target target, List<Import> before, @Nullable UUID after) {
        var counts = after == null ? ofStates(staging.counts(file.id(), 0, file.rowCount())) : Counts.NONE;
        var done = layPast.ofChanges(file, target, before, after, false);
        results.add(file.id(), done.rows());
        return new Checked(
                counts.plus(RowResults.counts(done.rows())).plus(Counts.ofHistory(done.entries())), done.last());
    }

    /** Of rows that are not planned at all. */
    static Counts ofStates(Map<RowState, Long> rows) {
        long bad = rows.getOrDefault(RowState.BAD, 0L);
        long repeated = rows.getOrDefault(RowState.REPEATED, 0L);
        long ambiguous = rows.getOrDefault(RowState.AMBIGUOUS, 0L);
        long missing = rows.getOrDefault(RowState.MISSING, 0L);
        long same = rows.getOrDefault(RowState.SAME, 0L);
        return new Counts(0, 0, same, bad + repeated + ambiguous + missing, 0, repeated, ambiguous, 0);
    }
}
