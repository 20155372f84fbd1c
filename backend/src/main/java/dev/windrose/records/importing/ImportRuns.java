package dev.windrose.records.importing;

import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.Jobs;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries imports out, runs them, stops them. */
@Component
public class ImportRuns {

    /** Rows that are checked while the caller waits. */
    private static final long AT_ONCE = 20_000;

    private final Imports imports;
    private final ImportStore store;
    private final ImportFiles files;
    private final CheckImportJob check;
    private final EndImport end;
    private final Jobs jobs;
    private final TransactionTemplate transaction;

    ImportRuns(
            Imports imports,
            ImportStore store,
            ImportFiles files,
            CheckImportJob check,
            EndImport end,
            Jobs jobs,
            TransactionTemplate transaction) {
        this.transaction = transaction;
        this.end = end;
        this.imports = imports;
        this.store = store;
        this.files = files;
        this.check = check;
        this.jobs = jobs;
    }

    /** What a run would do. A long file is checked by a job: the status tells when it is done. */
    public Import dryRun(UUID id) {
        var file = imports.open(id);
        var path = files.get(id);
        if (file.rowCount() > AT_ONCE) {
            transaction.executeWithoutResult(status -> store.checking(
                    id,
                    asImport(() -> jobs.enqueue(
                            JobRequest.of(CheckImportJob.TYPE, Ids.next().toString(), new RunImport.Order(id))))));
        } else {
            var result = asImport(() -> check.now(file, path, (phase, done) -> {}));
            transaction.executeWithoutResult(status -> store.checked(id, result));
        }
        return imports.get(id);
    }

    /** Lets one job look at several files. */
    void checking(List<Import> all, JobRequest request) {
        transaction.executeWithoutResult(status -> {
            var job = asImport(() -> jobs.enqueue(request));
            all.forEach(file -> store.checking(file.id(), job));
        });
    }

    /** Files that one job looks at, or one each. */
    @Transactional
    void stopChecking(List<Import> all) {
        all.stream().map(Import::job).filter(Objects::nonNull).distinct().forEach(jobs::cancel);
        all.forEach(file -> store.mapped(file.id()));
    }

    /** Starts it, or goes on where it was cancelled or failed. */
    @Transactional
    public Import run(UUID id) {
        var file = imports.get(id);
        switch (file.status()) {
            case UPLOADED, MAPPED, CHECKED -> {
                files.get(id);
                var request = JobRequest.of(RunImport.TYPE, id.toString(), new RunImport.Order(id));
                store.started(id, asImport(() -> jobs.enqueue(request)));
            }
            case CANCELLED, FAILED -> {
                files.get(id);
                if (file.job() != null) {
                    jobs.replay(file.job(), null);
                    store.started(id, file.job());
                }
            }
            case PAUSED -> {
                jobs.replay(Objects.requireNonNull(file.job()), null);
                store.started(id, file.job());
            }
            case CHECKING, RUNNING, DONE, UNDONE ->
                throw new AppException(ImportError.IMPORT_ENDED, "This import has been started already.");
        }
        return imports.get(id);
    }

    /** Lets the running batch end and then waits. */
    @Transactional
    public Import pause(UUID id) {
        var file = imports.get(id);
        if (file.status() != ImportStatus.RUNNING || file.job() == null) {
            throw new AppException(ImportError.IMPORT_ENDED, "This import is not running.");
        }
        jobs.cancel(file.job());
        store.paused(id);
        return imports.get(id);
    }

    /** What has been written stays, and can be undone. */
    @Transactional
    public Import cancel(UUID id) {
        var file = imports.get(id);
        if (file.status() == ImportStatus.RUNNING && file.job() != null) {
            jobs.cancel(file.job());
        } else if (file.status() == ImportStatus.CHECKING && file.job() != null) {
            jobs.cancel(file.job());
            store.mapped(id);
        } else if (file.status() == ImportStatus.PAUSED) {
            end.as(id, ImportStatus.CANCELLED);
        } else if (file.status() == ImportStatus.UPLOADED
                || file.status() == ImportStatus.MAPPED
                || file.status() == ImportStatus.CHECKED) {
            end.as(id, ImportStatus.CANCELLED);
            files.drop(id);
        } else {
            throw new AppException(ImportError.IMPORT_ENDED, "This import has ended.");
        }
        return imports.get(id);
    }

    /** The person acts through a file: what others have set by hand is asked about, not overwritten. */
    static <T> T asImport(Supplier<T> work) {
        return ActorScope.call(ActorScope.current().as(ActorKind.IMPORT), work::get);
    }
}
