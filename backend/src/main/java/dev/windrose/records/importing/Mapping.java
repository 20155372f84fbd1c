package dev.windrose.records.importing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the columns.
 *
 * @param columns the field of each column; null or absent leaves it out
 * @param choices by field, what a word of the file means: a choice, the id or name of a record; null leaves the field empty
 * @param matchKey the field (or {@code external_id}) by which a row is an existing record; null always makes new ones
 */
public record Mapping(
        Map<String, @Nullable String> columns,
        Map<String, Map<String, @Nullable String>> choices,
        @Nullable String matchKey) {

    public Mapping {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    }
}
