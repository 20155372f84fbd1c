package dev.windrose.records.importing;

import dev.windrose.records.importing.column.Lookup.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words of a column that are not known, each asked once for the whole file. */
public record Question(String column, String field, List<Word> values) {

    /**
     * @param suggested the probable meaning
     * @param count rows that hold the word
     * @param options what it can mean, where these are few
     */
    public record Word(
            String value,
            @Nullable String suggested,
            @Nullable String suggestedLabel,
            long count,
            List<Option> options) {}
}
