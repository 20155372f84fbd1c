package dev.windrose.records.importing;

import dev.windrose.records.ExternalId;
import dev.windrose.records.TextKey;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.change.Evidence;
import dev.windrose.records.change.OperationStatus;
import dev.windrose.records.query.Records;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Turns rows into the operations of a change set: finds the record a row means, or makes a new one. */
@Component
class PlanRows {

    private final MatchStore matches;
    private final Records records;
    private final Changes changes;

    PlanRows(MatchStore matches, Records records, Changes changes) {
        this.matches = matches;
        this.records = records;
        this.changes = changes;
    }

    ChangeDraft plan(Import file, Target target, List<RowDraft> rows) {
        match(target, rows);
        var inFile = titles(target, rows);
        boolean linked = false;
        for (var row : rows) {
            linked |= linkWithinFile(target, row, inFile);
        }
        var draft = draft(file, target, rows);
        return linked ? withoutChildrenOfRefused(file, target, rows, draft) : draft;
    }

    private void match(Target target, List<RowDraft> rows) {
        var open = rows.stream().filter(row -> !row.refused()).toList();
        var taken = externalIds(target, open);
        var key = target.key();
        var byKey = key == null || key.external()
                ? Map.<String, List<UUID>>of()
                : matches.byKeys(
                        target.type(),
                        key,
                        open.stream()
                                .map(row -> row.key)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        for (var row : open) {
            List<UUID> found = key == null || row.key == null
                    ? List.of()
                    : key.external()
                            ? Stream.ofNullable(taken.get(row.externalId)).toList()
                            : byKey.getOrDefault(row.key, List.of());
            if (found.size() > 1) {
                row.refuse(null, "%d records match this row.".formatted(found.size()));
                continue;
            }
            String type = target.type().name();
            var operation = found.isEmpty()
                    ? DraftOperation.create(type, Map.of())
                    : DraftOperation.update(type, found.getFirst(), Map.of());
            boolean known = row.externalId == null || operation.recordId().equals(taken.get(row.externalId));
            row.operation = known ? operation : operation.knownAs(List.of(row.externalId));
        }
    }

    private Map<ExternalId, UUID> externalIds(Target target, List<RowDraft> rows) {
        var ids = rows.stream()
                .map(row -> row.externalId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return ids.isEmpty() ? Map.of() : records.byExternalIds(target.type().name(), ids);
    }

    /** Records that this batch writes, by what people will call them. */
    private static Map<String, UUID> titles(Target target, List<RowDraft> rows) {
        var titles = new HashMap<String, UUID>();
        if (target.refersToItself()) {
            for (var row : rows) {
                if (row.operation != null && row.values.get(target.type().titleField()) instanceof String title) {
                    titles.putIfAbsent(TextKey.of(title), row.operation.recordId());
                }
            }
        }
        return titles;
    }

    /** A name that only the file knows becomes the id of its row's record; one of a later batch is left for the second pass. */
    private static boolean linkWithinFile(Target target, RowDraft row, Map<String, UUID> inFile) {
        boolean linked = false;
        for (var column : target.columns()) {
            if (column.own() != null
                    && row.values.get(column.target()) instanceof String value
                    && value.startsWith(FileNames.MARK)) {
                var record = inFile.get(value.substring(FileNames.MARK.length()));
                if (record == null) {
                    row.values.remove(column.target());
                } else {
                    row.values.put(column.target(), record.toString());
                    linked = true;
                }
            }
        }
        return linked;
    }

    private static ChangeDraft draft(Import file, Target target, List<RowDraft> rows) {
        var operations = rows.stream()
                .filter(row -> !row.refused() && row.operation != null)
                .map(row -> {
                    var bare = row.operation;
                    var whole = new DraftOperation(
                            bare.id(),
                            bare.op(),
                            bare.type(),
                            bare.recordId(),
                            null,
                            Map.copyOf(row.values),
                            bare.externalIds(),
                            Map.of(),
                            new Evidence(null, null, null, "%s, row %d".formatted(file.fileName(), row.row.number())),
                            null,
                            Map.of(),
                            Map.of());
                    row.operation = whole;
                    return whole;
                })
                .toList();
        String summary =
                "Imported %s from %s".formatted(target.type().labelPlural().toLowerCase(Locale.ROOT), file.fileName());
        return ChangeDraft.of(Cause.importing(file.id()), summary, operations)
                .refusingSingly()
                .askingBeforeOverwriting();
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
