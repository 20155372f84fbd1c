package dev.windrose.context.transfer;

import dev.windrose.context.entry.TextDiff;
import dev.windrose.records.change.ChangeDraft;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What files would do.
 *
 * @param also other records that would be made, because files name them
 * @param draft without what is refused
 */
record EntryPlan(List<Planned> entries, List<Also> also, ChangeDraft draft) {

    enum State {
        NEW,
        CHANGED,
        SAME,
        /** A change that waits for a reviewer. */
        WAITS,
        REFUSED;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Also(String type, String name) {}

    /** @param lines of long texts */
    record Difference(
            String field,
            String label,
            @Nullable Object before,
            @Nullable Object after,
            List<TextDiff.Line> lines) {}

    /**
     * @param entry the id of the entry that is there or would be made; null where it is refused
     * @param reason why it is refused, or what it waits for
     * @param line of the file that the reason is about
     * @param notes what a person should know, where nothing is refused
     */
    record Planned(
            int position,
            State state,
            @Nullable UUID entry,
            @Nullable String reason,
            @Nullable Integer line,
            List<Difference> differences,
            List<String> notes) {}
}
