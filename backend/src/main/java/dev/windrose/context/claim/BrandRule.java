package dev.windrose.context.claim;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a brand entry asks of a text.
 *
 * @param entry id of the entry
 */
record BrandRule(
        String entry,
        long version,
        String kind,
        String title,
        String language,
        String body,
        List<String> avoid,
        @Nullable String instead,
        @Nullable Double readingLevel,
        @Nullable Integer maxWords,
        @Nullable Integer maxSentenceWords,
        List<String> dont) {

    static BrandRule of(
            String entry,
            long version,
            String kind,
            String title,
            String language,
            String body,
            Map<String, ?> details) {
        return new BrandRule(
                entry,
                version,
                kind,
                title,
                language,
                body,
                texts(details.get("avoid")),
                details.get("instead") instanceof String instead ? instead : null,
                details.get("reading_level") instanceof Number level ? Double.valueOf(level.doubleValue()) : null,
                details.get("max_words") instanceof Number words ? Integer.valueOf(words.intValue()) : null,
                details.get("max_sentence_words") instanceof Number words ? Integer.valueOf(words.intValue()) : null,
                texts(details.get("dont")));
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of();
    }
}
