package dev.windrose.records.importing;

import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import dev.windrose.records.importing.file.CsvRow;
import dev.windrose.records.importing.file.CsvTable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a file into the records, batch by batch. Each batch is a step: its records, its change set and its counts commit together. */
@Component
class RunImport implements JobHandler {

    static final String TYPE = "import";

    /** Links come after all records, so that their batches are numbered apart. */
    static final int LINKS = 1_000_000;

    private final ImportStore store;
    private final ImportFiles files;
    private final OpenMapping openMapping;
    private final WriteBatch writeBatch;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final int batchSize;

    RunImport(
            ImportStore store,
            ImportFiles files,
            OpenMapping openMapping,
            WriteBatch writeBatch,
            TransactionTemplate transaction,
            Clock clock,
            ImportSettings settings) {
        this.store = store;
        this.files = files;
        this.openMapping = openMapping;
        this.writeBatch = writeBatch;
        this.transaction = transaction;
        this.clock = clock;
        this.batchSize = settings.batch();
    }

    record Order(UUID importId) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public @Nullable Object run(JobContext job) {
        UUID id = job.input(Order.class).importId();
        var file = transaction.execute(status -> store.find(id).orElseThrow());
        if (file.status() == ImportStatus.DONE) {
            return file.counts();
        }
        Path path = files.get(id);
        var mapping = file.mappingOrSuggestion();
        boolean linksLater = pass(job, file, mapping, path, 0);
        if (linksLater) {
            pass(job, file, mapping, path, LINKS);
        }
        job.step("end", () -> store.ended(id, ImportStatus.DONE, clock.instant()));
        files.drop(id);
        return transaction.execute(status -> store.find(id).orElseThrow()).counts();
    }

    /** @return whether rows may refer to records of other batches, for which a second pass is needed */
    private boolean pass(JobContext job, Import file, Mapping mapping, Path path, int firstNumber) {
        var target = transaction.execute(status -> openMapping.of(file, mapping));
        FileNames.learn(target, path, file);
        var read = new ReadRows(target);
        long done = 0;
        int number = firstNumber;
        try (var table = CsvTable.open(path, file.format())) {
            for (List<CsvRow> rows = table.next(batchSize); !rows.isEmpty(); rows = table.next(batchSize)) {
                var drafts = read.of(rows);
                int batch = number++;
                job.step("batch-" + batch, Counts.class, () -> writeBatch.of(file, target, drafts, batch));
                done += rows.size();
                job.progress(firstNumber == 0 ? done : file.rowCount(), file.rowCount(), null);
            }
        }
        return target.refersToItself() && target.key() != null && number > firstNumber + 1;
    }
}
