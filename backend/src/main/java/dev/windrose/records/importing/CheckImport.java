package dev.windrose.records.importing;

import dev.windrose.records.importing.RowResult.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans a whole file and writes nothing but what it finds. */
@Component
class CheckImport {

    private static final String PLANNING = "planning";
    private static final int MOST_SHOWN = 1_000;

    private final StageFile stageFile;
    private final DryRunStore results;
    private final CheckRows checkRows;
    private final LaterRecords later;
    private final ImportSettings settings;
    private final TransactionTemplate transaction;

    CheckImport(
            StageFile stageFile,
            DryRunStore results,
            CheckRows checkRows,
            LaterRecords later,
            ImportSettings settings,
            TransactionTemplate transaction) {
        this.transaction = transaction;
        this.stageFile = stageFile;
        this.results = results;
        this.checkRows = checkRows;
        this.later = later;
        this.settings = settings;
    }

    DryRun of(Import file, Path path, StageFile.Progress progress) {
        var before = later.before(file);
        var target = stageFile.stage(file, file.mappingOrSuggestion(), path, before, progress);
        transaction.executeWithoutResult(status -> results.begin(file.id(), target));
        var counts = target.past().ofChanges() ? changes(file, target, before) : rows(file, target, before, progress);
        transaction.executeWithoutResult(status -> results.end(file.id()));
        return new DryRun(counts, transaction.execute(status -> shown(file, target)));
    }

    private Counts rows(Import file, Target target, List<Import> before, StageFile.Progress progress) {
        var counts = Counts.NONE;
        for (long after = 0; after < file.rowCount(); after += settings.batch()) {
            long from = after;
            var batch =
                    transaction.execute(status -> checkRows.rows(file, target, before, from, from + settings.batch()));
            counts = counts.plus(Objects.requireNonNull(batch));
            progress.at(PLANNING, Math.min(after + settings.batch(), file.rowCount()));
        }
        return counts;
    }

    private Counts changes(Import file, Target target, List<Import> before) {
        var counts = Counts.NONE;
        UUID after = null;
        do {
            UUID from = after;
            var some = Objects.requireNonNull(
                    transaction.execute(status -> checkRows.changes(file, target, before, from)));
            counts = counts.plus(some.counts());
            after = some.last();
        } while (after != null);
        return counts;
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
