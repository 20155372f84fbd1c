package dev.windrose.context.entry;

import dev.windrose.records.Choice;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where an entry stands between its first words and the archive. */
public enum EntryStatus {
    DRAFT,
    @Choice(tone = "amber")
    IN_REVIEW,
    @Choice(tone = "green")
    LIVE,
    @Choice(tone = "red")
    EXPIRED,
    ARCHIVED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What may follow. */
    public Set<EntryStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(IN_REVIEW, LIVE, ARCHIVED);
            case IN_REVIEW -> Set.of(DRAFT, LIVE, ARCHIVED);
            case LIVE -> Set.of(DRAFT, EXPIRED, ARCHIVED);
            case EXPIRED -> Set.of(DRAFT, LIVE, ARCHIVED);
            case ARCHIVED -> Set.of(DRAFT);
        };
    }

    /** Whether an entry has to be complete. */
    boolean complete() {
        return this == IN_REVIEW || this == LIVE;
    }

    public static Optional<EntryStatus> of(String wire) {
        return Stream.of(values()).filter(one -> one.wire().equals(wire)).findFirst();
    }
}
