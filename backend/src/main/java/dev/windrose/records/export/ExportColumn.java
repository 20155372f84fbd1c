package dev.windrose.records.export;

import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.Money;
import dev.windrose.records.RecordData;
import dev.windrose.records.RecordRef;
import dev.windrose.records.store.Json;
import dev.windrose.records.store.JsonValue;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file.
 *
 * @param path the field, as the list names it
 * @param currency the column holds the currency of the amount beside it
 */
record ExportColumn(String label, String path, FieldDescriptor field, boolean currency) {

    /** Text, a number, a yes or no, a date or a point in time; null for nothing. */
    @Nullable
    Object cell(RecordData record) {
        Object value = record.value(path);
        if (value == null) {
            return null;
        }
        return switch (field.kind()) {
            case MONEY -> value instanceof Money money ? currency ? money.currency() : money.amount() : value;
            case CHOICE -> label(value);
            case MULTI_CHOICE -> texts(value).stream().map(this::label).collect(Collectors.joining("; "));
            case REFERENCE, REFERENCES, PERSON -> titles(record, value);
            case JSON -> Json.write(JsonValue.of(value));
            case TEXT, LONG_TEXT, INTEGER, NUMBER, DATE, INSTANT, BOOLEAN, EMAIL, PHONE, URL, COUNTRY, SCORE -> value;
        };
    }

    boolean shared() {
        return field.kind() == FieldKind.MONEY && field.ownCurrency();
    }

    private String label(Object value) {
        return field.choice(value.toString()).map(choice -> choice.label()).orElse(value.toString());
    }

    private static List<?> texts(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    /** Ids only where the record they name is not to be seen. */
    private String titles(RecordData record, Object value) {
        var refs = record.refs().getOrDefault(path, List.of());
        return refs.isEmpty()
                ? texts(value).stream().map(Object::toString).collect(Collectors.joining("; "))
                : refs.stream().map(RecordRef::title).collect(Collectors.joining("; "));
    }
}
