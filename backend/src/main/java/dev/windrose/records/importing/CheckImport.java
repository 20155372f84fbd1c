package dev.windrose.records.importing;

import dev.windrose.records.change.Changes;
import dev.windrose.records.importing.RowResult.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans a whole file and writes nothing but what it finds. */
@Component
class CheckImport {

    private static final String PLANNING = "planning";
    private static final int MOST_SHOWN = 1_000;

    private final StageFile stageFile;
    private final StagingStore staging;
    private final DryRunStore results;
    private final PlanRows planRows;
    private final Changes changes;
    private final ImportSettings settings;
    private final TransactionTemplate transaction;

    CheckImport(
            StageFile stageFile,
            StagingStore staging,
            DryRunStore results,
            PlanRows planRows,
            Changes changes,
            ImportSettings settings,
            TransactionTemplate transaction) {
        this.transaction = transaction;
        this.stageFile = stageFile;
        this.staging = staging;
        this.results = results;
        this.planRows = planRows;
        this.changes = changes;
        this.settings = settings;
    }

    DryRun of(Import file, Path path, StageFile.Progress progress) {
        var target = stageFile.stage(file, file.mappingOrSuggestion(), path, progress);
        transaction.executeWithoutResult(status -> results.begin(file.id(), target));
        var counts = Counts.NONE;
        for (long after = 0; after < file.rowCount(); after += settings.batch()) {
            long from = after;
            var batch = transaction.execute(status -> batch(file, target, from, from + settings.batch()));
            counts = counts.plus(Objects.requireNonNull(batch));
            progress.at(PLANNING, Math.min(after + settings.batch(), file.rowCount()));
        }
        transaction.executeWithoutResult(status -> results.end(file.id()));
        return new DryRun(counts, transaction.execute(status -> shown(file, target)));
    }

    private Counts batch(Import file, Target target, long after, long upTo) {
        var rows = staging.read(file.id(), after, upTo, Set.of(RowState.NEW, RowState.KNOWN));
        var counts = ofStates(staging.counts(file.id(), after, upTo));
        if (rows.isEmpty()) {
            return counts;
        }
        var planned = planRows.plan(file, target, rows);
        var found = new RowResults(target, changes.preview(planned.draft())).of(planned.rows());
        results.add(file.id(), found);
        return counts.plus(RowResults.counts(found));
    }

    /** Of rows that are not planned at all. */
    static Counts ofStates(Map<RowState, Long> rows) {
        long bad = rows.getOrDefault(RowState.BAD, 0L);
        long repeated = rows.getOrDefault(RowState.REPEATED, 0L);
        long ambiguous = rows.getOrDefault(RowState.AMBIGUOUS, 0L);
        long missing = rows.getOrDefault(RowState.MISSING, 0L);
        long same = rows.getOrDefault(RowState.SAME, 0L);
        return new Counts(0, 0, same, bad + repeated + ambiguous + missing, 0, repeated, ambiguous);
    }

    private List<RowResult> shown(Import file, Target target) {
        var shown = new ArrayList<RowResult>();
        for (var outcome : List.of(
                Outcome.REFUSED, Outcome.DUPLICATE, Outcome.REVIEW, Outcome.WAITING, Outcome.CREATE, Outcome.UPDATE)) {
            shown.addAll(
                    results.page(file.id(), file, target.type().titleField(), outcome, 0, MOST_SHOWN - shown.size()));
        }
        return List.copyOf(shown);
    }
}
