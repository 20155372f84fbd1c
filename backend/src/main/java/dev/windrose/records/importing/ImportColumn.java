package dev.windrose.records.importing;

import dev.windrose.records.importing.column.ColumnForm;
import dev.windrose.records.importing.column.NewField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of the file, with the field it probably fills.
 *
 * @param filled the share of rows that have a cell in it
 * @param reason why this field, or why none
 * @param newField the field that could be added for it
 * @param dateForms how its dates are written, where they do not tell whether the day comes first
 */
public record ImportColumn(
        String name,
        List<String> samples,
        @Nullable String suggestedField,
        ColumnForm form,
        @Nullable Double filled,
        @Nullable String reason,
        @Nullable NewField newField,
        @Nullable List<String> dateForms) {

    ImportColumn suggesting(@Nullable String target, String why) {
        return new ImportColumn(name, samples, target, form, filled, why, target == null ? newField : null, dateForms);
    }
}
