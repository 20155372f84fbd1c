package dev.windrose.records.importing;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.importing.PastTarget.Role;
import dev.windrose.records.importing.column.Lookup;
import dev.windrose.records.importing.column.PastColumns;
import dev.windrose.records.importing.column.ReadMoment;
import dev.windrose.records.importing.file.FileRow;
import dev.windrose.records.periods.PastPeriod;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a row tells of the past, and writes it down beside the values of the row. */
final class ReadPastRow {

    /** Begins what is laid down of the past of a field. */
    static final String MARK = "@";

    /** Exports write a far day where something has not ended. */
    private static final int FAR = 2049;

    private final PastTarget target;
    private final Descriptor type;

    ReadPastRow(PastTarget target, Descriptor type) {
        this.target = target;
        this.type = type;
    }

    /** After the values of the row have been settled. */
    void of(FileRow row, RowDraft draft) {
        if (target.ofChanges()) {
            change(row, draft);
            return;
        }
        var past = new LinkedHashMap<String, List<Object>>();
        for (var column : target.entered()) {
            String cell = row.cell(column.index());
            if (cell.isEmpty()) {
                continue;
            }
            var at = ReadMoment.of(cell, column.form());
            if (at.isEmpty()) {
                draft.refuse(column.field().name(), "\"%s\" is not a date.".formatted(cell));
            } else {
                past.computeIfAbsent(column.field().name(), _ -> new ArrayList<>())
                        .add(json(new PastPeriod(column.value(), at.get(), null, null, null)));
            }
        }
        past.forEach((field, entries) -> draft.values.put(MARK + field, entries));
    }

    private void change(FileRow row, RowDraft draft) {
        String word = cell(row, PastColumns.FIELD);
        String history = word.isEmpty()
                ? target.history()
                : PastColumns.history(type, target.histories(), word).orElse(null);
        if (history == null) {
            draft.refuse(
                    null,
                    "Only the history of %s is kept."
                            .formatted(String.join(", ", target.histories().keySet())));
            return;
        }
        var field = target.histories().get(history);
        String given = cell(row, PastColumns.VALUE);
        var from = moment(row, PastColumns.FROM);
        if (given.isEmpty() || from.isEmpty()) {
            draft.refuse(field.name(), "A change needs a value and the time when it began.");
            return;
        }
        String value = value(history, given, field, draft);
        if (value == null) {
            return;
        }
        var until = moment(row, PastColumns.TO)
                .filter(end -> end.atOffset(ZoneOffset.UTC).getYear() < FAR);
        String why = cell(row, PastColumns.WHY);
        draft.values.put(
                MARK + field.name(),
                List.of(json(
                        new PastPeriod(value, from.get(), until.orElse(null), by(row), why.isEmpty() ? null : why))));
    }

    private @Nullable String value(String history, String given, FieldDescriptor field, RowDraft draft) {
        if (!(target.lookups().get(history) instanceof Lookup lookup)) {
            return given;
        }
        return switch (lookup.of(given)) {
            case Lookup.Known known -> known.value();
            case Lookup.LeftEmpty ignored -> {
                draft.refuse(field.name(), "\"%s\" is to be left out.".formatted(given));
                yield null;
            }
            case Lookup.Asked ignored -> {
                draft.refuse(
                        field.name(),
                        "\"%s\" is not known as %s."
                                .formatted(given, field.label().toLowerCase(Locale.ROOT)));
                yield null;
            }
        };
    }

    private @Nullable UUID by(FileRow row) {
        String who = cell(row, PastColumns.BY);
        return !who.isEmpty() && target.people() != null && target.people().of(who) instanceof Lookup.Known known
                ? UUID.fromString(known.value())
                : null;
    }

    private String cell(FileRow row, String role) {
        Role column = target.roles().get(role);
        return column == null ? "" : row.cell(column.index());
    }

    private Optional<Instant> moment(FileRow row, String role) {
        Role column = target.roles().get(role);
        return column == null ? Optional.empty() : ReadMoment.of(row.cell(column.index()), column.form());
    }

    private static Map<String, Object> json(PastPeriod past) {
        var json = new LinkedHashMap<String, Object>();
        json.put("value", String.valueOf(past.value()));
        json.put("entered_at", String.valueOf(past.enteredAt()));
        if (past.leftAt() != null) {
            json.put("left_at", past.leftAt().toString());
        }
        if (past.personId() != null) {
            json.put("person_id", past.personId().toString());
        }
        if (past.reason() != null) {
            json.put("reason", past.reason());
        }
        return json;
    }

    /** As it was written down. */
    static List<PastPeriod> entries(Object json) {
        return ((List<?>) json)
                .stream()
                        .map(one -> (Map<?, ?>) one)
                        .map(one -> new PastPeriod(
                                text(one.get("value")),
                                instant(one.get("entered_at")),
                                instant(one.get("left_at")),
                                one.get("person_id") == null ? null : UUID.fromString(text(one.get("person_id"))),
                                text(one.get("reason"))))
                        .toList();
    }

    private static @Nullable String text(@Nullable Object json) {
        return json == null ? null : json.toString();
    }

    private static @Nullable Instant instant(@Nullable Object json) {
        return json == null ? null : OffsetDateTime.parse(json.toString()).toInstant();
    }
}
