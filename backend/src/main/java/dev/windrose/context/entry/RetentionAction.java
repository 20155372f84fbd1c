package dev.windrose.context.entry;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What happens to entries that nobody has changed for long. */
public enum RetentionAction {
    EXPIRE,
    ARCHIVE,
    /** Into the bin, and after some weeks out of it for good, with all versions. */
    DELETE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RetentionAction> of(String wire) {
        return Stream.of(values()).filter(one -> one.wire().equals(wire)).findFirst();
    }
}
