package dev.windrose.records.importing;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files that came together: run one after the other, taken back in the other order. */
@Component
public class ImportSets {

    private static final int LISTED = 50;
    static final Set<ImportStatus> TO_RUN = Set.of(
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
    private final AskedFiles asked;
    private final Descriptors descriptors;

    ImportSets(
            ImportSetStore sets,
            ImportStore store,
            Imports imports,
            ImportRuns runs,
            UndoImport undo,
            AskedFiles asked,
            Descriptors descriptors) {
        this.sets = sets;
        this.store = store;
        this.imports = imports;
        this.runs = runs;
        this.undo = undo;
        this.asked = asked;
        this.descriptors = descriptors;
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

    /** Which columns refer to records, and which file of the set brings these. */
    @Transactional(readOnly = true)
    public List<SetAssociation> associations(ImportSet set) {
        var found = new ArrayList<SetAssociation>();
        for (var file : set.imports()) {
            var type = descriptors.get(file.recordType());
            file.mappingOrSuggestion().columns().forEach((column, target) -> {
                var field = target == null ? null : type.fields().get(target);
                boolean record = field != null
                        && field.kind() == FieldKind.REFERENCE
                        && descriptors.find(String.valueOf(field.ref())).isPresent();
                if (record) {
                    var from = set.imports().stream()
                            .filter(other -> other.recordType().equals(field.ref()))
                            .findFirst();
                    found.add(new SetAssociation(
                            file.id(),
                            file.fileName(),
                            column,
                            field.name(),
                            field.label(),
                            String.valueOf(field.ref()),
                            from.map(Import::id).orElse(null),
                            from.map(Import::fileName).orElse(null)));
                }
            });
        }
        return found;
    }

    /** One file goes its own way and is cancelled. */
    @Transactional
    public ImportSet leaveOut(UUID id, UUID importId) {
        var left = get(id).imports().stream()
                .filter(one -> one.id().equals(importId))
                .findFirst()
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "The set has no such file."));
        if (left.startedAt() != null) {
            throw new AppException(ImportError.IMPORT_ENDED, "This file has been started already.");
        }
        runs.cancel(importId);
        store.leaveSet(importId);
        store.uncheck(id);
        return get(id);
    }

    /** Lets the running batch end and then waits. */
    @Transactional
    public ImportSet pause(UUID id) {
        var running = get(id).imports().stream()
                .filter(one -> one.status() == ImportStatus.RUNNING)
                .findFirst()
                .orElseThrow(() -> new AppException(ImportError.IMPORT_ENDED, "The set is not running."));
        sets.running(id, false);
        runs.pause(running.id());
        return get(id);
    }

    /** Starts the first that has not run; each starts the next when it ends. */
    @Transactional
    public ImportSet run(UUID id) {
        var next = get(id).imports().stream()
                .filter(one -> TO_RUN.contains(one.status()))
                .findFirst()
                .orElseThrow(() -> new AppException(CommonError.CONFLICT, "There is nothing left to run."));
        asked.leaveOutAll(id);
        sets.running(id, true);
        runs.run(next.id());
        return get(id);
    }

    /** What has been written stays, and can be undone. */
    @Transactional
    public ImportSet cancel(UUID id) {
        sets.running(get(id).id(), false);
        get(id).imports().stream()
                .filter(one -> one.status() == ImportStatus.RUNNING || one.status() == ImportStatus.PAUSED)
                .forEach(one -> runs.cancel(one.id()));
        runs.stopChecking(get(id).imports().stream()
                .filter(one -> one.status() == ImportStatus.CHECKING)
                .toList());
        return get(id);
    }

    @Transactional
    public ImportSet undo(UUID id) {
        for (var one : get(id).imports().reversed()) {
            if (one.wroteSomething() && one.status() != ImportStatus.UNDONE) {
                undo.of(one.id());
            }
        }
        return get(id);
    }
}
