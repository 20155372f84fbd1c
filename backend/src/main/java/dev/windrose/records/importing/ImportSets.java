package dev.windrose.records.importing;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files that came together: run one after the other, taken back in the other order. */
@Component
public class ImportSets {

    private static final int LISTED = 50;
    private static final Set<ImportStatus> TO_RUN = Set.of(
            ImportStatus.UPLOADED,
            ImportStatus.MAPPED,
            ImportStatus.CHECKED,
            ImportStatus.PAUSED,
            ImportStatus.CANCELLED,
            ImportStatus.FAILED);

    private final ImportSetStore sets;
    private final ImportStore store;
    private final Imports imports;
    private final ImportRuns runs;
    private final UndoImport undo;

    ImportSets(ImportSetStore sets, ImportStore store, Imports imports, ImportRuns runs, UndoImport undo) {
        this.sets = sets;
        this.store = store;
        this.imports = imports;
        this.runs = runs;
        this.undo = undo;
    }

    /** @throws AppException NOT_FOUND also for a set of another workspace */
    @Transactional(readOnly = true)
    public ImportSet get(UUID id) {
        return whole(sets.find(id)
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such set of files.")));
    }

    @Transactional(readOnly = true)
    public List<ImportSet> list() {
        return sets.newest(LISTED).stream().map(this::whole).toList();
    }

    private ImportSet whole(ImportSet set) {
        var all =
                store.ofSet(set.id()).stream().map(one -> imports.get(one.id())).toList();
        return new ImportSet(set.id(), set.running(), all, set.notes(), set.createdAt());
    }

    /** Starts the first that has not run; each starts the next when it ends. */
    @Transactional
    public ImportSet run(UUID id) {
        var next = get(id).imports().stream()
                .filter(one -> TO_RUN.contains(one.status()))
                .findFirst()
                .orElseThrow(() -> new AppException(CommonError.CONFLICT, "There is nothing left to run."));
        sets.running(id, true);
        runs.run(next.id());
        return get(id);
    }

    /** What has been written stays, and can be undone. */
    @Transactional
    public ImportSet cancel(UUID id) {
        sets.running(get(id).id(), false);
        get(id).imports().stream()
                .filter(one -> one.status() == ImportStatus.RUNNING)
                .forEach(one -> runs.cancel(one.id()));
        return get(id);
    }

    @Transactional
    public ImportSet undo(UUID id) {
        for (var one : get(id).imports().reversed()) {
            if (!one.changeSets().isEmpty() && one.status() != ImportStatus.UNDONE) {
                undo.of(one.id());
            }
        }
        return get(id);
    }
}
