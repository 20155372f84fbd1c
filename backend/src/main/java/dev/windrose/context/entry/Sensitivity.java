package dev.windrose.context.entry;

import dev.windrose.records.Choice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may read an entry, from everybody to few. Whoever may read one may read those before it. */
public enum Sensitivity {
    @Choice(tone = "green")
    PUBLIC,
    INTERNAL,
    @Choice(tone = "red")
    CONFIDENTIAL;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean includes(Sensitivity other) {
        return compareTo(other) >= 0;
    }

    /** This one and those before it. */
    public List<Sensitivity> included() {
        return Stream.of(values()).filter(this::includes).toList();
    }

    public static Optional<Sensitivity> of(String wire) {
        return Stream.of(values()).filter(one -> one.wire().equals(wire)).findFirst();
    }
}
