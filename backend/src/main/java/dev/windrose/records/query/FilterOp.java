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
    NOT_EMPTY,
    /** Of dates: from a span before today on, up to today. */
    WITHIN_LAST,
    WITHIN_NEXT,
    /** Of dates: before the day that lies a span before today. */
    OLDER_THAN,
    CONTAINS_ANY,
    CONTAINS_ALL,
    /** Of texts: the letters anywhere in it. */
    CONTAINS,
    /** Of texts: words, also unfinished and misspelt ones. */
    MATCHES;

    private static final Set<FilterOp> SAME = EnumSet.of(IS, IS_NOT, IN, NOT_IN, EMPTY, NOT_EMPTY);
    private static final Set<FilterOp> ORDERED = EnumSet.of(GT, GTE, LT, LTE, BETWEEN);
    private static final Set<FilterOp> RELATIVE = EnumSet.of(WITHIN_LAST, WITHIN_NEXT, OLDER_THAN);
    private static final Set<FilterOp> INSIDE = EnumSet.of(CONTAINS, MATCHES);
    private static final Set<FilterOp> SEVERAL = EnumSet.of(CONTAINS_ANY, CONTAINS_ALL);

    static Optional<FilterOp> of(String wire) {
        return Stream.of(values()).filter(op -> op.wire().equals(wire)).findFirst();
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True where it holds for a record because something else does not hold. */
    boolean negative() {
        return this == IS_NOT || this == NOT_IN || this == EMPTY;
    }

    /** What a negative one denies. */
    FilterOp denied() {
        return this == IS_NOT ? IS : this == NOT_IN ? IN : NOT_EMPTY;
    }

    public boolean fits(FieldKind kind) {
        return switch (kind) {
            case TEXT, EMAIL, PHONE, URL -> SAME.contains(this) || this == STARTS_WITH || INSIDE.contains(this);
            case INTEGER, NUMBER, MONEY, SCORE -> SAME.contains(this) || ORDERED.contains(this);
            case DATE, INSTANT -> SAME.contains(this) || ORDERED.contains(this) || RELATIVE.contains(this);
            case BOOLEAN, CHOICE, COUNTRY, REFERENCE, PERSON -> SAME.contains(this);
            case MULTI_CHOICE, REFERENCES -> SAME.contains(this) || SEVERAL.contains(this);
            case LONG_TEXT -> INSIDE.contains(this);
            case JSON -> false;
        };
    }
}
