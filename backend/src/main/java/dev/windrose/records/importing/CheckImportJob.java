package dev.windrose.records.importing;

import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
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
    private final TransactionTemplate transaction;

    CheckImportJob(ImportStore store, ImportFiles files, CheckImport check, TransactionTemplate transaction) {
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
    public @Nullable Object run(JobContext job) {
        UUID id = job.input(RunImport.Order.class).importId();
        var file = transaction.execute(status -> store.find(id).orElseThrow());
        if (file.status() != ImportStatus.CHECKING) {
            return null;
        }
        var found = check.of(file, files.get(id), (phase, done) -> job.progress(done, file.rowCount(), phase));
        job.step("end", () -> store.checked(id, found));
        return found.counts();
    }
}
