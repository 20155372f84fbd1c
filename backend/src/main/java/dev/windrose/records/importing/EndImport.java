package dev.windrose.records.importing;

import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.Jobs;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Closes an import and clears away what it has laid down. Needs a transaction. */
@Component
class EndImport {

    private static final Set<ImportStatus> WAITING =
            Set.of(ImportStatus.UPLOADED, ImportStatus.MAPPED, ImportStatus.CHECKED);

    private final ImportStore store;
    private final StagingStore staging;

    private final ImportSetStore sets;
    private final Jobs jobs;

    EndImport(ImportStore store, StagingStore staging, ImportSetStore sets, Jobs jobs) {
        this.store = store;
        this.staging = staging;
        this.sets = sets;
        this.jobs = jobs;
    }

    /** The next of the files that came together begins. */
    void done(UUID id) {
        as(id, ImportStatus.DONE);
        var set = store.find(id).map(Import::setId).flatMap(sets::find);
        if (set.isEmpty() || !set.get().running()) {
            return;
        }
        var next = store.ofSet(set.get().id()).stream()
                .filter(other -> WAITING.contains(other.status()))
                .findFirst();
        if (next.isEmpty()) {
            sets.running(set.get().id(), false);
        } else {
            UUID other = next.get().id();
            store.started(
                    other, jobs.enqueue(JobRequest.of(RunImport.TYPE, other.toString(), new RunImport.Order(other))));
        }
    }

    void as(UUID id, ImportStatus status) {
        store.ended(id, status);
        staging.drop(id);
    }
}
