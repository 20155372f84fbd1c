package dev.windrose.records.store;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.Money;
import dev.windrose.records.TextKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record about to be written, with the columns that change.
 *
 * @param moved into the bin or out of it
 */
public record RowWrite(
        Descriptor type,
        UUID id,
        long version,
        Instant at,
        @Nullable Instant deletedAt,
        Map<String, Object> values,
        Map<String, Object> provenance,
        Set<String> changedFields,
        boolean moved) {

    static final String CUSTOM = "custom";

    /** Columns to write: those of the changed fields with their keys and currencies. Writes of equal columns go in one statement. */
    public Set<String> columns() {
        var columns = new TreeSet<String>();
        for (String name : changedFields) {
            var field = type.fields().get(name);
            if (field.custom() != null) {
                columns.add(CUSTOM);
                continue;
            }
            columns.add(name);
            if (field.keyed()) {
                columns.add(field.sortColumn());
            }
            if (field.ownCurrency()) {
                columns.add(RowMapping.currencyColumn(field));
            }
            // Minor units depend on the currency.
            type.moneyOf(name).forEach(money -> columns.add(money.name()));
        }
        return columns;
    }

    /** Of a column of a record's table, wide enough for what it holds. */
    static String sqlType(Descriptor type, String column) {
        return switch (column) {
            case "tenant_id", "id", "entity_id" -> "uuid";
            case "version" -> "bigint";
            case "updated_at" -> "timestamptz";
            case "provenance", CUSTOM -> "jsonb";
            default ->
                type.fields().get(column) instanceof FieldDescriptor field && field.custom() == null
                        ? sqlType(field.kind())
                        : "text";
        };
    }

    private static String sqlType(FieldKind kind) {
        return switch (kind) {
            case TEXT, LONG_TEXT, EMAIL, PHONE, URL, COUNTRY, CHOICE -> "text";
            case INTEGER, MONEY -> "bigint";
            case NUMBER, SCORE -> "numeric";
            case DATE -> "date";
            case INSTANT -> "timestamptz";
            case BOOLEAN -> "boolean";
            case REFERENCE, PERSON -> "uuid";
            case REFERENCES, MULTI_CHOICE, JSON -> "jsonb";
        };
    }

    Map<String, @Nullable Object> json(UUID tenant, Set<String> columns) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("tenant_id", tenant.toString());
        json.put("id", id.toString());
        json.put("version", version);
        json.put("updated_at", at.toString());
        json.put("deleted_at", deletedAt == null ? null : deletedAt.toString());
        json.put("provenance", provenance);
        if (type.entity() != null) {
            json.put("entity_id", type.entity().toString());
        }
        if (columns.contains(CUSTOM)) {
            json.put(CUSTOM, custom());
        }
        for (var field : type.columnFields()) {
            if (columns.contains(field.name())) {
                put(json, field, values.get(field.name()));
            }
        }
        return json;
    }

    /** Those that change; empty ones are null, which takes them out. */
    private Map<String, @Nullable Object> custom() {
        var custom = new LinkedHashMap<String, @Nullable Object>();
        for (String name : changedFields) {
            if (type.fields().get(name).custom() != null) {
                custom.put(name, JsonValue.of(values.get(name)));
            }
        }
        return custom;
    }

    private void put(Map<String, @Nullable Object> json, FieldDescriptor field, @Nullable Object value) {
        if (field.kind() == FieldKind.MONEY) {
            switch (value) {
                case Money money -> {
                    json.put(field.name(), money.minor());
                    json.put(RowMapping.currencyColumn(field), money.currency());
                }
                case BigDecimal amount ->
                    json.put(field.name(), minor(amount, (String) values.get(field.currencyField())));
                case null, default -> json.put(field.name(), null);
            }
            return;
        }
        json.put(field.name(), JsonValue.of(value));
        if (field.keyed()) {
            json.put(field.sortColumn(), value == null ? null : TextKey.of(value.toString()));
        }
    }

    private static long minor(BigDecimal amount, @Nullable String currency) {
        return currency == null ? amount.movePointRight(2).longValue() : new Money(amount, currency).minor();
    }
}
