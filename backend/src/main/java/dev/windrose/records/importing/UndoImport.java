package dev.windrose.records.importing;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.Decisions;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an import back. */
@Component
public class UndoImport {

    private final Imports imports;
    private final ImportStore store;
    private final ImportFiles files;
    private final Changes changes;
    private final Decisions decisions;
    private final Clock clock;

    UndoImport(
            Imports imports, ImportStore store, ImportFiles files, Changes changes, Decisions decisions, Clock clock) {
        this.imports = imports;
        this.store = store;
        this.files = files;
        this.changes = changes;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Undoes every change set of the import, the last first. */
    @Transactional
    public Import of(UUID id) {
        var file = imports.get(id);
        if (file.status() == ImportStatus.RUNNING) {
            throw new AppException(ImportError.IMPORT_RUNNING, "The import is running. Cancel it first.");
        }
        var open = file.changeSets().reversed().stream()
                .filter(set -> changes.get(set).undoneBy() == null)
                .toList();
        if (open.isEmpty()) {
            throw new AppException(CommonError.CONFLICT, "There is nothing to undo.");
        }
        open.forEach(decisions::undo);
        store.ended(id, ImportStatus.UNDONE, clock.instant());
        files.drop(id);
        return imports.get(id);
    }
}
