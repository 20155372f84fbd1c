package dev.windrose.context.amend;

import dev.windrose.context.entry.EntryCategory;
import dev.windrose.context.entry.EntryKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a sentence about our own rules would change. */
public sealed interface Amendment {

    /** @param version that the change was made from */
    record Entry(UUID id, long version, String title, EntryCategory category, EntryKind kind) {}

    /**
     * One text that becomes another one.
     *
     * @param field title, body or the name of a detail
     * @param before the sentence as it stands; empty where one is added
     * @param after the sentence as it would stand
     */
    record Edit(String field, String before, String after) {}

    /** What the policy makes the product ask for, in words; empty for what is no policy or stays text. */
    record Rules(List<String> before, List<String> after) {

        public static final Rules NONE = new Rules(List.of(), List.of());
    }

    /**
     * An entry says something else.
     *
     * @param values fields of the entry with their new values
     * @param from the day from which it holds
     * @param successor fields of the entry that takes its place on a later day; null where it changes at once
     */
    record Change(
            Entry entry,
            Map<String, Object> values,
            List<Edit> edits,
            Rules rules,
            @Nullable LocalDate from,
            @Nullable Map<String, Object> successor)
            implements Amendment {}

    /** No entry says anything of it. */
    record Fresh(EntryCategory category, EntryKind kind, Map<String, Object> values, List<Edit> edits, Rules rules)
            implements Amendment {}

    /** Several entries may be meant. */
    record Unsure(List<Change> between) implements Amendment {}

    /** Nothing is to be changed: the entry says so already, or nothing shows that the sentence is about us. */
    record Nothing() implements Amendment {}
}
