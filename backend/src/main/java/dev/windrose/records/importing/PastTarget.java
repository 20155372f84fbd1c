package dev.windrose.records.importing;

import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.importing.column.ColumnForm;
import dev.windrose.records.importing.column.Lookup;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file that tell of the past of its records.
 *
 * @param histories the kept fields of the type, by what they are called
 * @param entered columns of days
 * @param roles of a file of changes, the columns by what they hold
 * @param history which one, where no column says it
 * @param lookups what words mean, by history
 * @param people who words mean
 */
record PastTarget(
        Map<String, FieldDescriptor> histories,
        List<Entered> entered,
        Map<String, Role> roles,
        @Nullable String history,
        Map<String, Lookup> lookups,
        @Nullable Lookup people) {

    /** The day on which the field got the value. */
    record Entered(int index, String column, FieldDescriptor field, String value, ColumnForm form) {}

    record Role(int index, String column, ColumnForm form) {}

    /** Whether each row of the file is a change, not a record. */
    boolean ofChanges() {
        return !roles.isEmpty();
    }

    boolean empty() {
        return roles.isEmpty() && entered.isEmpty();
    }
}
