package dev.windrose.records.importing;

import dev.windrose.records.change.Changes;
import dev.windrose.records.importing.RowResult.Outcome;
import dev.windrose.records.importing.file.CsvTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Plans a whole file and writes nothing. */
@Component
class CheckImport {

    private static final int BATCH = 10_000;
    private static final int MOST_SHOWN = 1_000;

    private final OpenMapping openMapping;
    private final PlanRows planRows;
    private final Changes changes;

    CheckImport(OpenMapping openMapping, PlanRows planRows, Changes changes) {
        this.openMapping = openMapping;
        this.planRows = planRows;
        this.changes = changes;
    }

    DryRun of(Import file, Mapping mapping, Path path) {
        var target = openMapping.of(file, mapping);
        FileNames.learn(target, path, file);
        var read = new ReadRows(target);
        var counts = Counts.NONE;
        var refused = new ArrayList<RowResult>();
        var others = new ArrayList<RowResult>();
        try (var table = CsvTable.open(path, file.format())) {
            for (var rows = table.next(BATCH); !rows.isEmpty(); rows = table.next(BATCH)) {
                var drafts = read.of(rows);
                var results = new RowResults(target, changes.preview(planRows.plan(file, target, drafts))).of(drafts);
                counts = counts.plus(RowResults.counts(results));
                results.forEach(row -> keep(row.outcome() == Outcome.REFUSED ? refused : others, row));
            }
        }
        return new DryRun(counts, shown(refused, others));
    }

    private static void keep(List<RowResult> rows, RowResult row) {
        if (rows.size() < MOST_SHOWN) {
            rows.add(row);
        }
    }

    private static List<RowResult> shown(List<RowResult> refused, List<RowResult> others) {
        var shown = new ArrayList<>(refused);
        shown.addAll(others.subList(0, Math.min(others.size(), MOST_SHOWN - refused.size())));
        return List.copyOf(shown);
    }
}
