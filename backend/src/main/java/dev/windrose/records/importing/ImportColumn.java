package dev.windrose.records.importing;

import dev.windrose.records.importing.column.ColumnForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of the file, with the field it probably fills. */
public record ImportColumn(
        String name, List<String> samples, @Nullable String suggestedField, ColumnForm form) {}
