package dev.windrose.context.use;

import dev.windrose.records.RecordData;
import org.jspecify.annotations.Nullable;

/**
 * A use that is out with words that no longer hold, and what could be said instead.
 *
 * @param reason {@code changed}, {@code expired}, {@code withdrawn}, {@code removed} or {@code permission}
 * @param why for people
 * @param replacement the entry whose words are proposed; null where the words should only be taken out
 */
public record Outdated(
        Use use,
        RecordData entry,
        String reason,
        String why,
        String oldText,
        @Nullable String newText,
        @Nullable RecordData replacement) {}
