package dev.windrose.records.query;

import dev.windrose.records.FieldKind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How a field is compared. */
public enum FilterOp {
    IS,
    IS_NOT,
    IN,
    NOT_IN,
    STARTS_WITH,
    GT,
    GTE,
    LT,
    LTE,
    BETWEEN,
    EMPTY,
    NOT_EMPTY;

    private static final Set<FilterOp> SAME = EnumSet.of(IS, IS_NOT, IN, NOT_IN, EMPTY, NOT_EMPTY);

    static Optional<FilterOp> of(String wire) {
        return Stream.of(values()).filter(op -> op.wire().equals(wire)).findFirst();
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean fits(FieldKind kind) {
        return switch (kind) {
            case TEXT, EMAIL, PHONE, URL -> SAME.contains(this) || this == STARTS_WITH;
            case INTEGER, NUMBER, MONEY, DATE, INSTANT, SCORE -> this != STARTS_WITH;
            case BOOLEAN, CHOICE, COUNTRY, REFERENCE, PERSON -> SAME.contains(this);
            case LONG_TEXT, MULTI_CHOICE, REFERENCES, JSON -> false;
        };
    }
}
