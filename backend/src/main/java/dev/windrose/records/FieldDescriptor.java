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
        String section) {

    public boolean stored() {
        return sql == null;
    }

    /** Money whose value carries its currency. */
    public boolean ownCurrency() {
        return kind == FieldKind.MONEY && currencyField == null;
    }

    /** Has a normalised copy by which it is compared. */
    public boolean keyed() {
        return kind.isText() && (filter || sort);
    }

    /** The column that filters and sorting use. */
    public String sortColumn() {
        return keyed() ? name + "_key" : name;
    }

    public Optional<ChoiceOption> choice(String value) {
        return choices.stream()
                .filter(choice -> choice.value().equalsIgnoreCase(value))
                .findFirst();
    }
}
