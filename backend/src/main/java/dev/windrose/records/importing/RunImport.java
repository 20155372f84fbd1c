package dev.windrose.records.importing;

import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a file into the records, batch by batch. Each batch is a step: its records, its change set and its counts commit together. */
@Component
class RunImport implements JobHandler {

    static final String TYPE = "import";

    /** What the job is told to be doing. */
    static final String READING = "reading";

    static final String MATCHING = "matching";
    static final String WRITING = "writing";

    /** Links come after all records, so that their batches are numbered apart. */
    static final int LINKS = 1_000_000;

    private final ImportStore store;
    private final ImportFiles files;
    private final StageFile stageFile;
    private final WriteBatch writeBatch;
    private final EndImport endImport;
    private final FullDisk fullDisk;
    private final TransactionTemplate transaction;

    RunImport(
            ImportStore store,
            ImportFiles files,
            StageFile stageFile,
            WriteBatch writeBatch,
            EndImport endImport,
            FullDisk fullDisk,
            TransactionTemplate transaction) {
        this.store = store;
        this.files = files;
        this.stageFile = stageFile;
        this.writeBatch = writeBatch;
        this.endImport = endImport;
        this.fullDisk = fullDisk;
        this.transaction = transaction;
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
        fullDisk.told(id, () -> {
            write(job, file);
            return true;
        });
        job.step("end", () -> endImport.done(id));
        files.drop(id);
        return transaction.execute(status -> store.find(id).orElseThrow()).counts();
    }

    @Override
    public boolean givesUpOn(Throwable failure) {
        return FullDisk.is(failure);
    }

    private void write(JobContext job, Import file) {
        job.progress(0, file.rowCount(), READING);
        var target = staged(job, file);
        if (target.past().ofChanges()) {
            changes(job, file, target);
        } else {
            var spread = job.step("spread", SpreadRows.Spread.class, () -> writeBatch.spread(file, target));
            rows(job, file, target, spread);
            if (target.refersToItself() && spread.parts(file)) {
                links(job, file, target, spread.size());
            }
        }
    }

    /** The file is read when the run begins; after a crash that has emptied what was read, once more. */
    private Target staged(JobContext job, Import file) {
        job.outside("stage", Boolean.class, () -> stage(job, file));
        if (!stageFile.staged(file)) {
            stage(job, file);
        }
        return stageFile.open(file, file.mappingOrSuggestion());
    }

    private boolean stage(JobContext job, Import file) {
        stageFile.stage(
                file,
                file.mappingOrSuggestion(),
                files.get(file.id()),
                (phase, done) -> job.progress(done, file.rowCount(), phase));
        return true;
    }

    private void rows(JobContext job, Import file, Target target, SpreadRows.Spread spread) {
        var numbers = new AtomicInteger();
        var done = new AtomicLong();
        // A second attempt takes one batch after the other: the first may have failed because two came into each
        // other's way.
        job.sideBySide(job.attempt() == 1 ? spread.atOnce() : 1, () -> {
            int batch = numbers.getAndIncrement();
            long from = (long) batch * spread.size();
            long upTo = Math.min(from + spread.size(), file.rowCount());
            if (from >= file.rowCount()) {
                return false;
            }
            job.step("batch-" + batch, Counts.class, () -> writeBatch.rows(file, target, batch, from, upTo));
            job.progress(done.addAndGet(upTo - from), file.rowCount(), WRITING);
            return true;
        });
    }

    private void changes(JobContext job, Import file, Target target) {
        int number = 0;
        long done = 0;
        UUID after = null;
        do {
            int batch = number++;
            UUID from = after;
            var next = job.step(
                    "batch-" + batch, WriteBatch.Next.class, () -> writeBatch.changes(file, target, batch, from));
            done += next.rows();
            after = next.after();
            job.progress(Math.min(done, file.rowCount()), file.rowCount(), WRITING);
        } while (after != null);
    }

    private void links(JobContext job, Import file, Target target, int size) {
        int number = LINKS;
        for (long after = 0; after < file.rowCount(); after += size) {
            int batch = number++;
            long from = after;
            long upTo = after + size;
            job.step("batch-" + batch, Counts.class, () -> writeBatch.links(file, target, batch, from, upTo));
        }
    }
}
