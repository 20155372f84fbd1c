package dev.windrose.records.importing;

import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks a long file. */
@Component
class CheckImportJob implements JobHandler {

    static final String TYPE = "import-check";

    private final ImportStore store;
    private final ImportFiles files;
    private final CheckImport check;
    private final FullDisk fullDisk;
    private final TransactionTemplate transaction;

    CheckImportJob(
            ImportStore store,
            ImportFiles files,
            CheckImport check,
            FullDisk fullDisk,
            TransactionTemplate transaction) {
        this.fullDisk = fullDisk;
        this.store = store;
        this.files = files;
        this.check = check;
        this.transaction = transaction;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean givesUpOn(Throwable failure) {
        return FullDisk.is(failure);
    }

    /** While the caller waits. */
    DryRun now(Import file, Path path, StageFile.Progress progress) {
        return fullDisk.told(file.id(), () -> check.of(file, path, progress));
    }

    @Override
    public @Nullable Object run(JobContext job) {
        UUID id = job.input(RunImport.Order.class).importId();
        var file = transaction.execute(status -> store.find(id).orElseThrow());
        if (file.status() != ImportStatus.CHECKING) {
            return null;
        }
        job.progress(0, file.rowCount(), RunImport.READING);
        var found = now(file, files.get(id), (phase, done) -> job.progress(done, file.rowCount(), phase));
        job.step("end", () -> store.checked(id, found));
        return found.counts();
    }
}
