package dev.windrose.records.importing;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Closes an import and clears away what it has laid down. Needs a transaction. */
@Component
class EndImport {

    private final ImportStore store;
    private final StagingStore staging;

    EndImport(ImportStore store, StagingStore staging) {
        this.store = store;
        this.staging = staging;
    }

    void done(UUID id) {
        as(id, ImportStatus.DONE);
    }

    void as(UUID id, ImportStatus status) {
        store.ended(id, status);
        staging.drop(id);
    }
}
