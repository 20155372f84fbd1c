package dev.windrose.records;

import dev.windrose.records.RecordType.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record type as the engine sees it. The engine works on values by field name and needs no Java class.
 *
 * @param table where the rows are
 * @param type the Java record that declared it, if one did
 * @param entity of a type that the workspace has added: its id, which tells its rows from others in the table
 */
public record Descriptor(
        String name,
        String plural,
        String table,
        String label,
        String labelPlural,
        String icon,
        String titleField,
        Set<Operation> operations,
        Map<String, FieldDescriptor> fields,
        @Nullable Class<?> type,
        @Nullable UUID entity) {

    /** Within a workspace there is one descriptor of a name; comparing all fields would cost more than the work it is used for. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Descriptor type && name.equals(type.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    static Map<String, FieldDescriptor> byName(List<FieldDescriptor> fields) {
        var map = new LinkedHashMap<String, FieldDescriptor>();
        fields.forEach(field -> map.put(field.name(), field));
        return map;
    }

    public Descriptor with(List<FieldDescriptor> others) {
        return new Descriptor(
                name, plural, table, label, labelPlural, icon, titleField, operations, byName(others), type, entity);
    }

    /** The condition that a row {@code t} of the table is of this type and of the workspace {@code :tenant}. */
    public String rows() {
        return rows("t");
    }

    /** As {@link #rows()} for a row that the statement calls otherwise. */
    public String rows(String alias) {
        return entity == null
                ? alias + ".tenant_id = :tenant"
                : "%1$s.tenant_id = :tenant and %1$s.entity_id = '%2$s'".formatted(alias, entity);
    }

    public Optional<FieldDescriptor> field(String fieldName) {
        return Optional.ofNullable(fields.get(fieldName));
    }

    public List<FieldDescriptor> storedFields() {
        return fields.values().stream().filter(FieldDescriptor::stored).toList();
    }

    /** Fields in columns of their own, unlike those the workspace has added. */
    public List<FieldDescriptor> columnFields() {
        return storedFields().stream().filter(field -> field.custom() == null).toList();
    }

    /** Stored fields that a change may set, unlike those the engine keeps itself. */
    public List<FieldDescriptor> dataFields() {
        return fields.values().stream()
                .filter(field -> field.stored() && !field.derived() && !SystemFields.UNDECLARED.contains(field.name()))
                .toList();
    }

    /** The fields whose currency the given field holds. */
    public List<FieldDescriptor> moneyOf(String currencyField) {
        return fields.values().stream()
                .filter(field -> currencyField.equals(field.currencyField()))
                .toList();
    }

    /** What people call a record with these values. */
    public String titleOf(Map<String, ? extends @Nullable Object> values) {
        Object title = values.get(titleField);
        return title == null ? label : title.toString();
    }
}
