package dev.windrose.context.entry;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom an entry is written for. */
public enum Audience {
    EVERYONE,
    SALES,
    MARKETING,
    CUSTOMER_SUCCESS,
    OPERATIONS,
    EXECUTIVES,
    CUSTOMERS;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Audience> of(String wire) {
        return Stream.of(values()).filter(one -> one.wire().equals(wire)).findFirst();
    }
}
