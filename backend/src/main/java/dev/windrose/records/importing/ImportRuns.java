package dev.windrose.records.importing;

import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.Jobs;
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
    private final EndImport end;
    private final Jobs jobs;

    ImportRuns(
            Imports imports,
            ImportStore store,
            BatchStore batches,
            ImportFiles files,
            CheckImport check,
            EndImport end,
            Jobs jobs) {
        this.end = end;
        this.imports = imports;
        this.store = store;
        this.batches = batches;
        this.files = files;
        this.check = check;
        this.jobs = jobs;
    }

    /** What a run would do. */
    @Transactional
    public DryRun dryRun(UUID id) {
        var file = imports.open(id);
        var result = asImport(() -> check.of(file, file.mappingOrSuggestion(), files.get(id), done -> {}));
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
                store.started(id, asImport(() -> jobs.enqueue(request)));
            }
            case CANCELLED, FAILED -> {
                files.get(id);
                if (file.job() != null) {
                    jobs.replay(file.job(), null);
                    store.started(id, file.job());
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
            end.as(id, ImportStatus.CANCELLED);
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
