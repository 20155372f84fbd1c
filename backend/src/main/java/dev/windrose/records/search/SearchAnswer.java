package dev.windrose.records.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found, by type.
 *
 * @param notice why there may be more than this
 */
public record SearchAnswer(
        List<Group> groups, long tookMs, @Nullable String notice) {

    /**
     * The records of a type, best first.
     *
     * @param total how many the actor may see; null where it was not counted
     * @param more there are more than the total
     */
    public record Group(
            String type,
            String label,
            String labelPlural,
            String icon,
            @Nullable Integer total,
            boolean more,
            List<SearchHit> hits) {}
}
