package dev.windrose.records.store;

import dev.windrose.records.Descriptor;
import dev.windrose.records.ExternalId;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which columns a read of some fields selects from the table {@code t}, and the row they make. */
public final class RowMapping {

    private static final String EXTERNAL_IDS = """
            (select jsonb_agg(jsonb_build_array(x.source, x.external_id) order by x.source, x.external_id) from external_ids x
             where x.tenant_id = t.tenant_id and x.record_id = t.id) as _external_ids""";

    private final List<FieldDescriptor> fields;
    private final Map<String, FieldDescriptor> custom;
    private final boolean provenance;
    private final String columns;

    private RowMapping(Descriptor type, List<FieldDescriptor> fields, boolean provenance) {
        this.fields = fields.stream().filter(field -> field.custom() == null).toList();
        this.custom = fields.stream()
                .filter(field -> field.custom() != null)
                .collect(Collectors.toMap(FieldDescriptor::name, field -> field));
        this.provenance = provenance;
        var selected = new ArrayList<>(List.of("t.id", "t.version", "t.created_at", "t.updated_at", "t.deleted_at"));
        for (var field : this.fields) {
            selected.add(field.sql() == null ? "t." + field.name() : field.sql() + " as " + field.name());
            if (field.kind() == FieldKind.MONEY) {
                selected.add("t.%s as %s".formatted(currencyColumn(field), field.name() + "_in"));
            }
        }
        if (!custom.isEmpty()) {
            selected.add("t.custom");
        }
        if (provenance) {
            selected.add("t.provenance");
        }
        selected.add(EXTERNAL_IDS);
        this.columns = String.join(", ", selected);
    }

    /** What lists show. */
    public static RowMapping listed(Descriptor type) {
        return new RowMapping(
                type,
                type.fields().values().stream().filter(FieldDescriptor::listed).toList(),
                false);
    }

    /** Everything, also what is computed at some cost. */
    public static RowMapping whole(Descriptor type) {
        return new RowMapping(type, List.copyOf(type.fields().values()), false);
    }

    /** Only some fields. */
    public static RowMapping only(Descriptor type, List<FieldDescriptor> fields) {
        return new RowMapping(type, fields, false);
    }

    /** What a change compares and writes. */
    static RowMapping stored(Descriptor type) {
        return new RowMapping(type, type.storedFields(), true);
    }

    public String columns() {
        return columns;
    }

    static String currencyColumn(FieldDescriptor money) {
        return money.currencyField() == null ? money.name() + "_currency" : money.currencyField();
    }

    public Row row(ResultSet rs) throws SQLException {
        var values = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            Object value = value(field, rs);
            if (value != null) {
                values.put(field.name(), value);
            }
        }
        if (!custom.isEmpty()) {
            readCustom(rs, values);
        }
        var deleted = rs.getObject("deleted_at", OffsetDateTime.class);
        return new Row(
                rs.getObject("id", UUID.class),
                rs.getLong("version"),
                instant(rs, "created_at"),
                instant(rs, "updated_at"),
                deleted == null ? null : deleted.toInstant(),
                Collections.unmodifiableMap(values),
                provenance ? object(Json.read(rs.getString("provenance"))) : Map.of(),
                externalIds(Json.read(rs.getString("_external_ids"))));
    }

    /** The name under which it is kept why a computed field has no value. */
    public static String reasonOf(String field) {
        return "~" + field;
    }

    private void readCustom(ResultSet rs, Map<String, Object> values) throws SQLException {
        object(Json.read(rs.getString("custom"))).forEach((name, json) -> {
            if (!provenance && name.startsWith("~") && custom.containsKey(name.substring(1))) {
                values.put(name, json);
                return;
            }
            var field = custom.get(name);
            Object value = field == null ? null : StoredValue.of(field, json);
            if (value != null) {
                values.put(name, value);
            }
        });
    }

    private static @Nullable Object value(FieldDescriptor field, ResultSet rs) throws SQLException {
        String column = field.name();
        return switch (field.kind()) {
            case TEXT, LONG_TEXT, EMAIL, PHONE, URL, COUNTRY, CHOICE -> rs.getString(column);
            case INTEGER -> rs.getObject(column) instanceof Number number ? number.longValue() : null;
            case NUMBER, SCORE ->
                rs.getObject(column) instanceof Number number ? new BigDecimal(number.toString()) : null;
            case MONEY ->
                rs.getObject(column) instanceof Number minor
                        ? money(field, minor.longValue(), rs.getString(column + "_in"))
                        : null;
            case DATE -> rs.getObject(column, LocalDate.class);
            case INSTANT ->
                rs.getObject(column, OffsetDateTime.class) instanceof OffsetDateTime time ? time.toInstant() : null;
            case BOOLEAN -> rs.getObject(column, Boolean.class);
            case REFERENCE, PERSON -> rs.getObject(column, UUID.class);
            case REFERENCES ->
                Json.read(rs.getString(column)) instanceof List<?> ids
                        ? ids.stream().map(id -> UUID.fromString(id.toString())).toList()
                        : null;
            case MULTI_CHOICE, JSON -> Json.read(rs.getString(column));
        };
    }

    private static Object money(FieldDescriptor field, long minor, @Nullable String currency) {
        if (field.ownCurrency() && currency != null) {
            return Money.ofMinor(minor, currency);
        }
        return currency == null
                ? BigDecimal.valueOf(minor, 2)
                : Money.ofMinor(minor, currency).amount();
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(@Nullable Object json) {
        return json instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static List<ExternalId> externalIds(@Nullable Object json) {
        return json instanceof List<?> list
                ? list.stream()
                        .map(pair -> (List<?>) pair)
                        .map(pair -> new ExternalId(
                                pair.get(0).toString(), pair.get(1).toString()))
                        .toList()
                : List.of();
    }
}
