package dev.windrose.records.importing;

import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.OperationStatus;
import dev.windrose.records.importing.RowResult.Change;
import dev.windrose.records.importing.RowResult.Outcome;
import dev.windrose.records.store.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads from a change set what became of each row. */
final class RowResults {

    private final Target target;
    private final Map<UUID, ChangeOperation> byOperation = new HashMap<>();
    private final Map<UUID, ChangeOperation> waiting = new HashMap<>();

    RowResults(Target target, ChangeSet set) {
        this.target = target;
        for (var operation : set.operations()) {
            if (operation.status() == OperationStatus.WAITING) {
                waiting.put(operation.recordId(), operation);
            } else {
                byOperation.put(operation.id(), operation);
            }
        }
    }

    List<RowResult> of(List<RowDraft> rows) {
        return rows.stream().map(this::of).toList();
    }

    static Counts counts(List<RowResult> rows) {
        var counts = new long[Outcome.values().length];
        rows.forEach(row -> counts[row.outcome().ordinal()]++);
        return new Counts(
                counts[Outcome.CREATE.ordinal()],
                counts[Outcome.UPDATE.ordinal()],
                counts[Outcome.UNCHANGED.ordinal()],
                counts[Outcome.REFUSED.ordinal()],
                counts[Outcome.WAITING.ordinal()],
                0,
                0,
                0);
    }

    private RowResult of(RowDraft row) {
        if (row.refused() || row.operation == null) {
            return refused(row, row.reason == null ? "The row could not be read." : row.reason, row.field);
        }
        var done = byOperation.get(row.operation.id());
        var asked = waiting.get(row.operation.recordId());
        if (done != null && !done.applied() && !onlyForLater(row, done)) {
            var problem = done.problems().isEmpty() ? null : done.problems().getFirst();
            return refused(
                    row, done.reason() == null ? "Refused." : done.reason(), problem == null ? null : problem.field());
        }
        if (row.made != null) {
            return ofLater(row, row.made);
        }
        if (done == null && !row.later.isEmpty()) {
            return result(row, Outcome.UPDATE, null, null);
        }
        if (done == null) {
            return asked == null
                    ? result(row, Outcome.UNCHANGED, null, null)
                    : result(row, Outcome.WAITING, asked, asked.reason());
        }
        return result(
                row,
                done.op() == Op.CREATE ? Outcome.CREATE : Outcome.UPDATE,
                done,
                asked == null ? null : asked.reason());
    }

    /** Whether nothing is missing but records that earlier files will have made. */
    private static boolean onlyForLater(RowDraft row, ChangeOperation done) {
        return !done.problems().isEmpty()
                && done.problems().stream()
                        .allMatch(problem -> row.later.containsKey(problem.field())
                                || row.made != null
                                        && LaterRecords.from(row.made.values().get(problem.field())) != null);
    }

    /** The record is not there yet: compared is what an earlier file would write. */
    private RowResult ofLater(RowDraft row, LaterRecords.Made made) {
        var fields = new ArrayList<Change>();
        row.values.forEach((field, value) -> {
            Object before = made.values().get(field);
            if (!Json.same(before, value)) {
                fields.add(new Change(field, before, value));
            }
        });
        fields.addAll(later(row));
        fields.removeIf(change -> change.note() != null
                && change.note().equals(LaterRecords.from(made.values().get(change.field()))));
        return new RowResult(
                row.number,
                row.row.number(),
                fields.isEmpty() ? Outcome.UNCHANGED : Outcome.UPDATE,
                title(row),
                null,
                fields,
                made.from(),
                null,
                Map.of());
    }

    private List<Change> later(RowDraft row) {
        return target.columns().stream()
                .filter(column -> row.later.containsKey(column.target()))
                .map(column ->
                        new Change(column.target(), null, row.row.cell(column.index()), row.later.get(column.target())))
                .toList();
    }

    private RowResult result(
            RowDraft row, Outcome outcome, @Nullable ChangeOperation operation, @Nullable String reason) {
        var fields = new ArrayList<>(later(row));
        if (operation != null) {
            operation
                    .fields()
                    .forEach(change -> fields.add(new Change(change.field(), change.before(), change.after())));
        }
        UUID record = row.operation == null ? null : row.operation.recordId();
        return new RowResult(
                row.number,
                row.row.number(),
                outcome,
                operation == null ? title(row) : operation.recordTitle(),
                record,
                fields,
                reason,
                null,
                Map.of());
    }

    private RowResult refused(RowDraft row, String reason, @Nullable String field) {
        var cells = new LinkedHashMap<String, String>();
        for (int column = 0; column < target.header().size(); column++) {
            cells.put(target.header().get(column), row.row.cell(column));
        }
        return new RowResult(
                row.number, row.row.number(), Outcome.REFUSED, title(row), null, List.of(), reason, field, cells);
    }

    private @Nullable String title(RowDraft row) {
        Object title = row.values.get(target.type().titleField());
        return title == null ? null : title.toString();
    }
}
