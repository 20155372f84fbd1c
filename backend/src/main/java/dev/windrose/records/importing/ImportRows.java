package dev.windrose.records.importing;

import dev.windrose.platform.error.AppException;
import dev.windrose.records.Descriptors;
import dev.windrose.records.RecordRef;
import dev.windrose.records.importing.RowResult.Outcome;
import dev.windrose.records.store.RowStore;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of the rows of an import, or would become of them. */
@Component
public class ImportRows {

    private final Imports imports;
    private final BatchStore batches;
    private final StagingStore staging;
    private final DryRunStore dryRuns;
    private final WrittenRowStore written;
    private final Descriptors descriptors;
    private final RowStore records;

    ImportRows(
            Imports imports,
            BatchStore batches,
            StagingStore staging,
            DryRunStore dryRuns,
            WrittenRowStore written,
            Descriptors descriptors,
            RowStore records) {
        this.records = records;
        this.imports = imports;
        this.batches = batches;
        this.staging = staging;
        this.dryRuns = dryRuns;
        this.written = written;
        this.descriptors = descriptors;
    }

    /** The rows that were not taken, in pages; the first page comes after line 0. */
    @Transactional(readOnly = true)
    public List<Refusal> refusals(UUID id, long afterLine, int most) {
        return batches.refusals(imports.get(id).id(), afterLine, most);
    }

    /** What the records are called that rows may mean. */
    @Transactional(readOnly = true)
    public Map<UUID, RecordRef> candidates(String recordType, List<RowResult> rows) {
        var ids = rows.stream()
                .flatMap(row -> row.candidates().stream())
                .map(RowCandidate::id)
                .distinct()
                .toList();
        return ids.isEmpty() ? Map.of() : records.refs(descriptors.get(recordType), ids);
    }

    /** Rows in pages, of all outcomes where none is named; the first page comes after 0. */
    @Transactional
    public List<RowResult> page(UUID id, @Nullable Outcome outcome, long after, int most) {
        var file = imports.get(id);
        String title = descriptors.get(file.recordType()).titleField();
        if (file.startedAt() != null) {
            return written.page(file, title, outcome, after, most);
        }
        if (file.dryRun() == null || staging.count(DryRunStore.table(id)) + staging.count(StagingStore.plan(id)) == 0) {
            throw new AppException(ImportError.NOT_CHECKED, "Check the import first: there are no rows to show yet.");
        }
        return dryRuns.page(id, file, title, outcome, after, most);
    }
}
