package dev.windrose.records.importing;

import dev.windrose.records.TextKey;
import dev.windrose.records.importing.column.Lookup.Option;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words of a column that are not known, each asked once for the whole file. */
public record Question(String column, String field, List<Word> values) {

    /** What is left to ask once some words are known; null where nothing is. */
    @Nullable
    Question without(Set<String> known) {
        var left = values.stream()
                .filter(word -> !known.contains(TextKey.of(word.value())))
                .toList();
        return left.isEmpty() ? null : new Question(column, field, left);
    }

    /**
     * @param suggested the probable meaning
     * @param count rows that hold the word
     * @param options what it can mean, where these are few
     * @param label what the file says beside a word that tells people nothing
     */
    public record Word(
            String value,
            @Nullable String suggested,
            @Nullable String suggestedLabel,
            long count,
            List<Option> options,
            @Nullable String label) {}
}
