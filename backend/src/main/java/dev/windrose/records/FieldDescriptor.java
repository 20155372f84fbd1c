package dev.windrose.records;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of a record type, however it was declared.
 *
 * @param ref record type of references
 * @param currencyField of money: the field with its currency; null where the currency is part of the value
 * @param sql expression over the row {@code t} of a field that is not stored
 * @param custom of fields that the workspace has added; null for built-in ones
 * @param listed part of lists; expensive computed fields come with single records only
 */
public record FieldDescriptor(
        String name,
        String label,
        FieldKind kind,
        boolean required,
        boolean readOnly,
        boolean filter,
        boolean sort,
        boolean search,
        int maxLength,
        List<ChoiceOption> choices,
        @Nullable String ref,
        @Nullable String currencyField,
        String category,
        boolean major,
        @Nullable String sql,
        boolean listed,
        String help,
        int list,
        String section,
        @Nullable CustomField custom) {

    public boolean stored() {
        return sql == null;
    }

    /** Money whose value carries its currency. */
    public boolean ownCurrency() {
        return kind == FieldKind.MONEY && currencyField == null;
    }

    /** Has a normalised copy by which it is compared. */
    public boolean keyed() {
        return custom == null && kind.isText() && (filter || sort);
    }

    /** The column that filters and sorting use. */
    public String sortColumn() {
        return keyed() ? name + "_key" : name;
    }

    /** Computed from other values after each write; nobody sets it, and history does not tell of it. */
    public boolean derived() {
        return custom != null && custom.derived();
    }

    public FieldDescriptor withChoices(List<ChoiceOption> others) {
        return new FieldDescriptor(
                name,
                label,
                kind,
                required,
                readOnly,
                filter,
                sort,
                search,
                maxLength,
                others,
                ref,
                currencyField,
                category,
                major,
                sql,
                listed,
                help,
                list,
                section,
                custom);
    }

    public Optional<ChoiceOption> choice(String value) {
        return choices.stream()
                .filter(choice -> choice.value().equalsIgnoreCase(value))
                .findFirst();
    }
}
