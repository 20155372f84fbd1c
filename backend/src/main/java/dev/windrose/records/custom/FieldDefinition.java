package dev.windrose.records.custom;

import dev.windrose.records.ChoiceOption;
import dev.windrose.records.CustomField;
import dev.windrose.records.FieldKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field that a workspace has added, or, without a kind, values it has added to a built-in choice field.
 *
 * @param kind of its values, also where they are computed
 * @param list position as a column of the list, from 1; 0 = not shown there
 * @param removedAt values of a removed field are kept, nobody sees them
 */
public record FieldDefinition(
        UUID id,
        String recordType,
        String name,
        String label,
        @Nullable FieldKind kind,
        boolean required,
        boolean unique,
        @Nullable Object defaultValue,
        List<ChoiceOption> choices,
        @Nullable String ref,
        @Nullable String formula,
        CustomField.@Nullable Rollup rollup,
        CustomField.@Nullable Validation validation,
        String help,
        String section,
        boolean filter,
        boolean sort,
        int list,
        Instant createdAt,
        @Nullable Instant removedAt) {

    /** Only adds values to a built-in field. */
    public boolean addsChoices() {
        return kind == null;
    }

    public boolean removed() {
        return removedAt != null;
    }

    public boolean derived() {
        return formula != null || rollup != null;
    }

    /** What the API calls its kind. */
    public String kindOnWire() {
        if (formula != null) {
            return "formula";
        }
        if (rollup != null) {
            return "rollup";
        }
        return kind == null ? "choices" : kind.wire();
    }

    FieldDefinition asRemoved(@Nullable Instant at) {
        return new FieldDefinition(
                id,
                recordType,
                name,
                label,
                kind,
                required,
                unique,
                defaultValue,
                choices,
                ref,
                formula,
                rollup,
                validation,
                help,
                section,
                filter,
                sort,
                list,
                createdAt,
                at);
    }

    /** With the kind of what it computes. Lists cannot use what depends on the clock. */
    FieldDefinition computing(FieldKind result, boolean filterable, boolean sortable) {
        return new FieldDefinition(
                id,
                recordType,
                name,
                label,
                result,
                required,
                unique,
                defaultValue,
                choices,
                ref,
                formula,
                rollup,
                validation,
                help,
                section,
                filterable,
                sortable,
                list,
                createdAt,
                removedAt);
    }
}
