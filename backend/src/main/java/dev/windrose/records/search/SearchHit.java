package dev.windrose.records.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that was found.
 *
 * @param subtitle what tells it from others of its name
 * @param via {@code text} for its words, {@code meaning} for what it says in other words
 */
public record SearchHit(
        String type,
        UUID id,
        String title,
        @Nullable String subtitle,
        double score,
        List<Highlight> highlights,
        String via) {

    /**
     * Where a field matches.
     *
     * @param text a cut of the value
     * @param ranges beginnings and ends in it
     */
    public record Highlight(String field, String label, String text, List<List<Integer>> ranges) {}
}
