package dev.windrose.records;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace says of a field it has added itself. Its value is in the column {@code custom} under the field's name.
 *
 * @param unique no two records have the same value
 * @param defaultValue of new records, as plain JSON
 * @param formula an expression over the record; the field is then computed
 * @param rollup what the field adds up; it is then computed
 */
public record CustomField(
        UUID id,
        boolean unique,
        @Nullable Object defaultValue,
        @Nullable Validation validation,
        @Nullable String formula,
        @Nullable Rollup rollup) {

    /** A condition over the record that each write must meet, and what is said where it does not. */
    public record Validation(String expression, String message) {}

    /**
     * Something over the records that refer to this one.
     *
     * @param type of the records that refer
     * @param via their reference field
     * @param op count, sum, min, max or last
     * @param field of theirs; not for counts
     * @param filter which of them; null for all
     */
    public record Rollup(
            String type,
            String via,
            String op,
            @Nullable String field,
            @Nullable Map<String, Object> filter) {}

    /** Computed by the product, so nobody writes it. */
    public boolean derived() {
        return formula != null || rollup != null;
    }
}
