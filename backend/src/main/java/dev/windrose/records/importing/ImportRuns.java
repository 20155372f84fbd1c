package dev.windrose.records.importing;

import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.Jobs;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tries imports out, runs them, stops them. */
@Component
public class ImportRuns {

    private final Imports imports;
    private final ImportStore store;
    private final BatchStore batches;
    private final ImportFiles files;
    private final CheckImport check;
    private final Jobs jobs;
    private final Clock clock;

    ImportRuns(
            Imports imports,
            ImportStore store,
            BatchStore batches,
            ImportFiles files,
            CheckImport check,
            Jobs jobs,
            Clock clock) {
        this.imports = imports;
        this.store = store;
        this.batches = batches;
        this.files = files;
        this.check = check;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What a run would do. */
    @Transactional
    public DryRun dryRun(UUID id) {
        var file = imports.open(id);
        var result = asImport(() -> check.of(file, file.mappingOrSuggestion(), files.get(id)));
        store.checked(id, result);
        return result;
    }

    /** Starts it, or goes on where it was cancelled or failed. */
    @Transactional
    public Import run(UUID id) {
        var file = imports.get(id);
        switch (file.status()) {
            case UPLOADED, MAPPED, CHECKED -> {
                files.get(id);
                var request = JobRequest.of(RunImport.TYPE, id.toString(), new RunImport.Order(id));
                store.started(id, asImport(() -> jobs.enqueue(request)), clock.instant());
            }
            case CANCELLED, FAILED -> {
                files.get(id);
                if (file.job() != null) {
                    jobs.replay(file.job(), null);
                    store.started(id, file.job(), clock.instant());
                }
            }
            case RUNNING, DONE, UNDONE ->
                throw new AppException(ImportError.IMPORT_ENDED, "This import has been started already.");
        }
        return imports.get(id);
    }

    /** What has been written stays, and can be undone. */
    @Transactional
    public Import cancel(UUID id) {
        var file = imports.get(id);
        if (file.status() == ImportStatus.RUNNING && file.job() != null) {
            jobs.cancel(file.job());
        } else if (file.status() == ImportStatus.UPLOADED
                || file.status() == ImportStatus.MAPPED
                || file.status() == ImportStatus.CHECKED) {
            store.ended(id, ImportStatus.CANCELLED, clock.instant());
            files.drop(id);
        } else {
            throw new AppException(ImportError.IMPORT_ENDED, "This import has ended.");
        }
        return imports.get(id);
    }

    /** The rows that were not taken, in pages; the first page comes after line 0. */
    @Transactional(readOnly = true)
    public List<Refusal> refusals(UUID id, long afterLine, int most) {
        return batches.refusals(imports.get(id).id(), afterLine, most);
    }

    /** The person acts through a file: what others have set by hand is asked about, not overwritten. */
    private static <T> T asImport(Supplier<T> work) {
        return ActorScope.call(ActorScope.current().as(ActorKind.IMPORT), work::get);
    }
}
