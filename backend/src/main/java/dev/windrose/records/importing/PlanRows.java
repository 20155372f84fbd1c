package dev.windrose.records.importing;

import dev.windrose.platform.id.Ids;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.Evidence;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.OperationStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Turns rows whose records are known by now into the operations of a change set. */
@Component
class PlanRows {

    private final StagingStore staging;
    private final Changes changes;

    PlanRows(StagingStore staging, Changes changes) {
        this.staging = staging;
        this.changes = changes;
    }

    /** Rows with what is to be done about them. */
    record Planned(List<RowDraft> rows, ChangeDraft draft) {}

    Planned plan(Import file, Target target, List<StagedRow> staged) {
        return plan(file, target, staged, Map.of());
    }

    /** @param made by row, the record that a file which runs before would make */
    Planned plan(Import file, Target target, List<StagedRow> staged, Map<Long, LaterRecords.Made> made) {
        var rows = new ArrayList<RowDraft>();
        for (var one : staged) {
            var row = RowDraft.of(one);
            row.made = made.get(one.number());
            applyPolicies(target, one, row);
            if (one.state() == RowState.NEW) {
                endWithPast(row);
            }
            row.operation = operation(file, target, one, row);
            rows.add(row);
        }
        boolean linked = linkWithinFile(file, target, rows);
        var draft = draft(file, target, rows);
        return new Planned(rows, linked ? withoutChildrenOfRefused(file, target, rows, draft) : draft);
    }

    /** Once all rows are written: only what refers to records of other batches. */
    Planned links(Import file, Target target, List<StagedRow> staged) {
        var keys = new HashSet<String>();
        var rows = new ArrayList<RowDraft>();
        for (var one : staged) {
            var row = RowDraft.of(one);
            row.values.keySet().retainAll(names(target, row).keySet());
            names(target, row).values().forEach(keys::add);
            row.operation = DraftOperation.update(target.type().name(), Objects.requireNonNull(one.record()), Map.of());
            rows.add(row);
        }
        var records = staging.titles(file.id(), List.copyOf(keys));
        for (var row : rows) {
            names(target, row).forEach((field, name) -> {
                var found = records.get(name);
                if (found == null) {
                    row.values.remove(field);
                } else {
                    row.values.put(field, found.record().toString());
                }
            });
        }
        return new Planned(rows, draft(file, target, rows));
    }

    /** A new record is what its past ends with, unless the row says what it is. */
    private static void endWithPast(RowDraft row) {
        row.past.forEach((field, entries) -> entries.stream()
                .max(Comparator.comparing(entry -> Objects.requireNonNull(entry.enteredAt())))
                .ifPresent(last -> row.values.putIfAbsent(field, String.valueOf(last.value()))));
    }

    private static void applyPolicies(Target target, StagedRow staged, RowDraft row) {
        for (var column : target.columns()) {
            var field = column.field();
            if (field != null && !writes(target.policy(field.name()), staged, row, field.name())) {
                target.written(field).forEach(row.values::remove);
                row.later.remove(field.name());
            }
        }
    }

    private static boolean writes(FieldPolicy policy, StagedRow row, RowDraft draft, String field) {
        return switch (policy) {
            case ALWAYS -> true;
            case CREATE -> row.state() == RowState.NEW;
            case UPDATE -> row.state() != RowState.NEW;
            case FILL_EMPTY ->
                !row.held().contains(field)
                        && (draft.made == null || !draft.made.values().containsKey(field));
            case NEVER -> false;
        };
    }

    private static DraftOperation operation(Import file, Target target, StagedRow staged, RowDraft row) {
        return new DraftOperation(
                Ids.next(),
                staged.state() == RowState.KNOWN ? Op.UPDATE : Op.CREATE,
                target.type().name(),
                row.made != null ? Ids.next() : Objects.requireNonNull(staged.record()),
                null,
                Map.of(),
                row.externalId == null || staged.known() ? List.of() : List.of(row.externalId),
                Map.of(),
                new Evidence(null, null, null, "%s, row %d".formatted(file.fileName(), row.row.number())),
                null,
                Map.of(),
                Map.of());
    }

    /** A name that only the file knows becomes the id of its row's record; one of another batch is left for the second pass. */
    private boolean linkWithinFile(Import file, Target target, List<RowDraft> rows) {
        var keys = new HashSet<String>();
        rows.forEach(row -> names(target, row).values().forEach(keys::add));
        if (keys.isEmpty()) {
            return false;
        }
        var records = staging.titles(file.id(), List.copyOf(keys));
        var here = new HashMap<String, UUID>();
        for (var row : rows) {
            if (row.titleKey != null && row.operation != null) {
                here.putIfAbsent(row.titleKey, row.operation.recordId());
            }
        }
        boolean linked = false;
        for (var row : rows) {
            for (var name : names(target, row).entrySet()) {
                var found = records.get(name.getValue());
                UUID record = found == null ? null : found.written() ? found.record() : here.get(name.getValue());
                if (record == null) {
                    row.values.remove(name.getKey());
                } else {
                    row.values.put(name.getKey(), record.toString());
                    linked = true;
                }
            }
        }
        return linked;
    }

    /** By field, the row of the file that is meant. */
    private static Map<String, String> names(Target target, RowDraft row) {
        var names = new LinkedHashMap<String, String>();
        if (row.links) {
            for (var column : target.columns()) {
                if (row.values.get(column.target()) instanceof String value && value.startsWith(FileNames.MARK)) {
                    names.put(column.target(), value.substring(FileNames.MARK.length()));
                }
            }
        }
        return names;
    }

    private static ChangeDraft draft(Import file, Target target, List<RowDraft> rows) {
        var operations = rows.stream()
                .filter(row -> !row.refused() && row.operation != null)
                .map(row ->
                        row.operation = Objects.requireNonNull(row.operation).setting(row.whole()))
                .toList();
        String summary =
                "Imported %s from %s".formatted(target.type().labelPlural().toLowerCase(Locale.ROOT), file.fileName());
        var draft =
                ChangeDraft.of(Cause.importing(file.id()), summary, operations).refusingSingly();
        return target.personWins() ? draft.askingBeforeOverwriting() : draft;
    }

    /** A record that will not be made cannot be referred to. */
    private ChangeDraft withoutChildrenOfRefused(Import file, Target target, List<RowDraft> rows, ChangeDraft draft) {
        Set<UUID> gone = new HashSet<>();
        refusedBy(changes.preview(draft)).forEach(operation -> gone.add(operation.recordId()));
        if (gone.isEmpty()) {
            return draft;
        }
        for (var row : rows) {
            for (var column : target.columns()) {
                if (column.own() != null
                        && row.values.get(column.target()) instanceof String id
                        && gone.contains(UUID.fromString(id))) {
                    row.refuse(
                            column.target(), "The row of \"%s\" is refused.".formatted(row.row.cell(column.index())));
                }
            }
        }
        return draft(file, target, rows);
    }

    private static List<ChangeOperation> refusedBy(ChangeSet set) {
        return set.operations().stream()
                .filter(operation ->
                        operation.status() == OperationStatus.REFUSED || operation.status() == OperationStatus.CONFLICT)
                .toList();
    }
}
