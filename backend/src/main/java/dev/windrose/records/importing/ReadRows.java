package dev.windrose.records.importing;

import dev.windrose.records.ExternalId;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.Money;
import dev.windrose.records.TextKey;
import dev.windrose.records.importing.column.CellValue.Nothing;
import dev.windrose.records.importing.column.CellValue.Value;
import dev.windrose.records.importing.column.CellValue.Wrong;
import dev.windrose.records.importing.column.CrmId;
import dev.windrose.records.importing.column.PersonName;
import dev.windrose.records.importing.column.SuggestFields;
import dev.windrose.records.importing.file.FileRow;
import dev.windrose.records.store.BadValue;
import dev.windrose.records.store.JsonValue;
import dev.windrose.records.store.ParseValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one file in their order. */
final class ReadRows {

    /** Where the record comes from, as its external id says. */
    static final String SOURCE = "import";

    static final String SIGNING = "deal_signing_date";
    static final String EXPECTED = "deal_expected_signing_date";

    private final Target target;
    private final String baseCurrency;
    private final ReadPastRow past;
    private final boolean people;
    private long number;

    ReadRows(Target target, String baseCurrency) {
        this.target = target;
        this.baseCurrency = baseCurrency;
        this.people = SuggestFields.namesPeople(target.type());
        this.past = new ReadPastRow(target.past(), target.type());
    }

    /** Finds out what the words of the rows mean, all at once. Needs a transaction. */
    void learn(List<FileRow> rows) {
        for (var column : target.columns()) {
            if (column.reader() != null && column.reader().looksUp()) {
                column.reader()
                        .learn(rows.stream()
                                .map(row -> row.cell(column.index()))
                                .toList());
            }
        }
    }

    List<RowDraft> of(List<FileRow> rows) {
        return rows.stream().map(this::read).toList();
    }

    private RowDraft read(FileRow row) {
        var draft = new RowDraft(++number, row);
        if (row.problem() != null) {
            draft.refuse(null, row.problem());
        }
        if (row.problem() == null && row.overflows(target.header().size())) {
            draft.refuse(
                    null,
                    "The row has %d cells; the header has %d."
                            .formatted(row.cells().size(), target.header().size()));
        }
        for (var column : target.columns()) {
            String cell = row.cell(column.index());
            if (column.reader() == null) {
                draft.externalId = cell.isEmpty() ? null : new ExternalId(SOURCE, CrmId.of(cell));
                continue;
            }
            switch (column.reader().of(cell)) {
                case Value value -> put(draft.values, column.target(), value.value());
                case Nothing nothing -> {}
                case Wrong wrong -> draft.refuse(column.target(), wrong.reason());
            }
        }
        joinName(draft.values);
        settleCloseDate(draft.values);
        draft.key = key(draft);
        settleValues(draft);
        past.of(row, draft);
        if (target.refersToItself() && draft.values.get(target.type().titleField()) instanceof String title) {
            draft.titleKey = TextKey.of(title);
        }
        return draft;
    }

    /** Parts of an address, as its lines come, make one. */
    private void put(Map<String, Object> values, String target, Object value) {
        if (OpenMapping.joins(this.target.type(), target) && values.get(target) instanceof String before) {
            values.put(target, before + ", " + value);
        } else {
            values.put(target, value);
        }
    }

    /** A whole name says more than its parts. */
    private void joinName(Map<String, Object> values) {
        Object first = values.remove(SuggestFields.FIRST_NAME);
        Object last = values.remove(SuggestFields.LAST_NAME);
        String name = Stream.of(first, last)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
        String title = target.type().titleField();
        if (!name.isBlank()) {
            values.putIfAbsent(title, name);
        }
        if (people && values.get(title) instanceof String whole) {
            values.put(title, PersonName.spoken(whole));
        }
    }

    /** Other systems have one close date. It is the day of signing only for a deal that was won. */
    private static void settleCloseDate(Map<String, Object> values) {
        Object stage = values.get("stage");
        Object date = values.get(SIGNING);
        if (date != null && stage != null && !"won".equals(stage)) {
            values.remove(SIGNING);
            values.putIfAbsent(EXPECTED, date);
        }
    }

    private @Nullable String key(RowDraft draft) {
        var key = target.key();
        if (key == null) {
            return null;
        }
        return key.external()
                ? draft.externalId == null ? null : TextKey.of(draft.externalId.id())
                : key.of(draft.values);
    }

    /** As the engine will keep them, so that rows can be compared with records by the database. */
    private void settleValues(RowDraft draft) {
        for (var entry : List.copyOf(draft.values.entrySet())) {
            var field = target.type().fields().get(entry.getKey());
            if (entry.getValue() instanceof String text && text.startsWith(FileNames.MARK)) {
                draft.links = true;
                continue;
            }
            if (LaterRecords.from(entry.getValue()) != null) {
                continue;
            }
            try {
                settle(draft.values, field, entry.getValue());
            } catch (BadValue bad) {
                draft.refuse(field.name(), bad.of(field.name()).detail());
            }
        }
    }

    private void settle(Map<String, Object> values, FieldDescriptor field, Object given) throws BadValue {
        if (field.kind() == FieldKind.MONEY && field.currencyField() != null) {
            spread(values, field, given);
            return;
        }
        Object parsed = ParseValue.of(field, given);
        if (parsed == null) {
            values.remove(field.name());
            return;
        }
        values.put(field.name(), plain(parsed));
        if (parsed instanceof Money money) {
            values.put(MatchSql.MINOR + field.name(), money.minor());
        }
    }

    /** {@code {amount, currency}} for a field whose currency is a field of its own says both. */
    private void spread(Map<String, Object> values, FieldDescriptor field, Object given) throws BadValue {
        String currency = String.valueOf(field.currencyField());
        Object amount = given;
        if (given instanceof Map<?, ?> map) {
            amount = map.get("amount");
            if (map.get("currency") instanceof String code) {
                values.put(currency, code);
            }
        }
        if (ParseValue.of(field, amount) instanceof BigDecimal number) {
            values.put(field.name(), plain(number));
            Object code = values.getOrDefault(currency, baseCurrency);
            values.put(MatchSql.MINOR + field.name(), new Money(number, ParseValue.currency(code.toString())).minor());
        } else {
            values.remove(field.name());
        }
    }

    private static Object plain(Object value) {
        return Objects.requireNonNullElse(JsonValue.of(value), value);
    }
}
