package dev.windrose.records.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far somebody reaches, from least to most. Each includes the ones before it. */
public enum AccessLevel {
    /** Records one owns, of accounts on whose team one is, and what has been shared. */
    PRIVATE,
    /** Also what colleagues of one's teams own. */
    TEAM,
    /** Also what belongs to companies of one's territories. */
    TERRITORY,
    EVERYONE;

    public boolean includes(AccessLevel other) {
        return compareTo(other) >= 0;
    }

    /** The name in the database and on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AccessLevel> of(String wire) {
        return Stream.of(values()).filter(level -> level.wire().equals(wire)).findFirst();
    }
}
