package dev.windrose.records.importing;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.importing.column.Lookup;
import dev.windrose.records.importing.column.ReadCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a file fills, ready for reading.
 *
 * @param header all columns of the file
 * @param key null where every row is a new record
 * @param policies of the fields that are not always written
 * @param personWins whether a value that a person has set waits for a decision
 * @param onlyExisting whether rows without a record are refused
 * @param past the columns that tell of the past of the records
 */
record Target(
        Descriptor type,
        List<Column> columns,
        List<String> header,
        @Nullable MatchKey key,
        Map<String, FieldPolicy> policies,
        boolean personWins,
        boolean onlyExisting,
        PastTarget past) {

    /**
     * @param field null for the external id
     * @param lookup what its words mean, where the field does not take any
     * @param own what the records are called, where the field refers to records of the type that the file itself brings
     */
    record Column(
            int index,
            String name,
            String target,
            @Nullable FieldDescriptor field,
            @Nullable ReadCell reader,
            @Nullable Lookup lookup,
            @Nullable Lookup own) {}

    Optional<Column> filling(String field) {
        return columns.stream().filter(column -> column.target().equals(field)).findFirst();
    }

    boolean refersToItself() {
        return columns.stream().anyMatch(column -> column.own() != null);
    }

    FieldPolicy policy(String field) {
        return policies.getOrDefault(field, FieldPolicy.ALWAYS);
    }

    /** The fields that a column of this field may write: with an amount its currency, with a close date the expected one. */
    List<String> written(FieldDescriptor field) {
        var names = new ArrayList<String>();
        names.add(field.name());
        if (field.currencyField() != null) {
            names.add(field.currencyField());
        }
        if (field.name().equals(ReadRows.SIGNING)
                && type.field(ReadRows.EXPECTED).isPresent()) {
            names.add(ReadRows.EXPECTED);
        }
        return names;
    }
}
