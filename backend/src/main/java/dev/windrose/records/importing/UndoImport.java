package dev.windrose.records.importing;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.Decisions;
import dev.windrose.records.periods.LoadPast;
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
    private final LoadedPastStore loaded;
    private final LoadPast loadPast;

    UndoImport(
            Imports imports,
            EndImport end,
            ImportFiles files,
            Changes changes,
            Decisions decisions,
            LoadedPastStore loaded,
            LoadPast loadPast) {
        this.loaded = loaded;
        this.loadPast = loadPast;
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
        var pasts = loaded.of(id);
        if (open.isEmpty() && pasts.isEmpty()) {
            throw new AppException(CommonError.CONFLICT, "There is nothing to undo.");
        }
        pasts.forEach(past -> loadPast.takeBack(past.added(), past.before()));
        loaded.forget(id);
        open.forEach(decisions::undo);
        end.as(id, ImportStatus.UNDONE);
        files.drop(id);
        return imports.get(id);
    }
}
