package dev.windrose.records.store;

import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.Money;
import dev.windrose.records.TextKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How values of custom fields stand in {@code field_index}, and by which key unique ones are told apart. */
public final class IndexValue {

    private IndexValue() {}

    /** The column of the index that holds values of the field. */
    public static String column(FieldDescriptor field) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT, EMAIL, PHONE, URL, COUNTRY, CHOICE, MULTI_CHOICE, REFERENCES, JSON -> "text_value";
            case INTEGER, MONEY -> "int_value";
            case NUMBER, SCORE -> "float_value";
            case DATE -> "date_value";
            case INSTANT -> "time_value";
            case BOOLEAN -> "bool_value";
            case REFERENCE, PERSON -> "id_value";
        };
    }

    static boolean indexed(FieldDescriptor field) {
        return field.custom() != null && (field.filter() || field.sort());
    }

    static List<Map<String, @Nullable Object>> rows(
            UUID tenant, FieldDescriptor field, UUID record, @Nullable Object value) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        List<?> values = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        for (Object one : values) {
            var row = row(tenant, field, record);
            row.put("position", rows.size());
            if (one instanceof Money money) {
                row.put("int_value", money.minor());
                row.put("text_value", money.currency());
            } else {
                row.put(column(field), field.kind().isText() ? TextKey.of(one.toString()) : JsonValue.of(one));
            }
            rows.add(row);
        }
        return rows;
    }

    static Map<String, @Nullable Object> row(UUID tenant, FieldDescriptor field, UUID record) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("tenant_id", tenant.toString());
        row.put("field_id", Objects.requireNonNull(field.custom()).id().toString());
        row.put("record_id", record.toString());
        return row;
    }

    /** Texts that differ in case, accents or spaces only are the same. */
    public static String uniqueKey(Object value) {
        return value instanceof String text ? TextKey.of(text) : Json.write(JsonValue.of(value));
    }
}
