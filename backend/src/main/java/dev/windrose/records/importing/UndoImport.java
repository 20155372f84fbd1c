package dev.windrose.records.importing;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.Decisions;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an import back. */
@Component
public class UndoImport {

    private final Imports imports;
    private final EndImport end;
    private final ImportFiles files;
    private final Changes changes;
    private final Decisions decisions;

    UndoImport(Imports imports, EndImport end, ImportFiles files, Changes changes, Decisions decisions) {
        this.imports = imports;
        this.end = end;
        this.files = files;
        this.changes = changes;
        this.decisions = decisions;
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
        end.as(id, ImportStatus.UNDONE);
        files.drop(id);
        return imports.get(id);
    }
}
