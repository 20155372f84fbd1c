package dev.windrose.context.tree;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For whom a message is looked for.
 *
 * @param segments any of them; empty for nobody in particular
 * @param regions as segments
 */
public record Wanted(
        Set<String> segments,
        Set<String> regions,
        @Nullable String channel,
        @Nullable String language) {

    public Wanted {
        segments = Set.copyOf(segments);
        regions = Set.copyOf(regions);
    }

    public static Wanted of(@Nullable String segment, @Nullable String channel, @Nullable String language) {
        return new Wanted(segment == null ? Set.of() : Set.of(segment), Set.of(), channel, language);
    }
}
