package dev.windrose.records.importing;

import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Changes;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes some rows: the records with their change set, what became of the rows, and the refused ones. Needs a transaction. */
@Component
class WriteBatch {

    private final PlanRows planRows;
    private final Changes changes;
    private final BatchStore batches;

    WriteBatch(PlanRows planRows, Changes changes, BatchStore batches) {
        this.planRows = planRows;
        this.changes = changes;
        this.batches = batches;
    }

    Counts of(Import file, Target target, List<RowDraft> rows, int number) {
        var set = changes.apply(planRows.plan(file, target, rows));
        var results = new RowResults(target, set).of(rows);
        var counts = number < RunImport.LINKS ? RowResults.counts(results) : Counts.NONE;
        batches.insert(file.id(), number, written(set) ? set.id() : null, counts);
        batches.insertRefusals(
                file.id(),
                results.stream()
                        .filter(row -> row.outcome() == RowResult.Outcome.REFUSED)
                        .toList());
        return counts;
    }

    private static boolean written(ChangeSet set) {
        return set.operations().stream().anyMatch(operation -> operation.applied());
    }
}
