package dev.windrose.records.derived;

import dev.windrose.records.FieldKind;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a roll-up does with the values. */
enum RollupOp {
    COUNT,
    SUM,
    MIN,
    MAX,
    /** The value of the record that was created last. */
    LAST;

    static Optional<RollupOp> of(String wire) {
        return Stream.of(values())
                .filter(op -> op.name().toLowerCase(Locale.ROOT).equals(wire))
                .findFirst();
    }

    /** The kind of the result over a field of the given kind; empty where it makes no sense. */
    Optional<FieldKind> over(FieldKind kind) {
        return switch (this) {
            case COUNT -> Optional.of(FieldKind.INTEGER);
            case SUM -> sum(kind);
            case MIN, MAX -> extreme(kind);
            case LAST -> extreme(kind).or(() -> last(kind));
        };
    }

    private static Optional<FieldKind> sum(FieldKind kind) {
        return switch (kind) {
            case INTEGER, NUMBER, SCORE -> Optional.of(FieldKind.NUMBER);
            case MONEY -> Optional.of(FieldKind.MONEY);
            case TEXT,
                    LONG_TEXT,
                    DATE,
                    INSTANT,
                    BOOLEAN,
                    CHOICE,
                    MULTI_CHOICE,
                    REFERENCE,
                    REFERENCES,
                    EMAIL,
                    PHONE,
                    URL,
                    COUNTRY,
                    JSON,
                    PERSON -> Optional.empty();
        };
    }

    private static Optional<FieldKind> extreme(FieldKind kind) {
        return switch (kind) {
            case INTEGER, NUMBER, SCORE -> Optional.of(FieldKind.NUMBER);
            case MONEY, DATE, INSTANT -> Optional.of(kind);
            case TEXT,
                    LONG_TEXT,
                    BOOLEAN,
                    CHOICE,
                    MULTI_CHOICE,
                    REFERENCE,
                    REFERENCES,
                    EMAIL,
                    PHONE,
                    URL,
                    COUNTRY,
                    JSON,
                    PERSON -> Optional.empty();
        };
    }

    private static Optional<FieldKind> last(FieldKind kind) {
        return switch (kind) {
            case TEXT, EMAIL, PHONE, URL, COUNTRY, CHOICE -> Optional.of(FieldKind.TEXT);
            case BOOLEAN -> Optional.of(FieldKind.BOOLEAN);
            case INTEGER,
                    NUMBER,
                    SCORE,
                    MONEY,
                    DATE,
                    INSTANT,
                    LONG_TEXT,
                    MULTI_CHOICE,
                    REFERENCE,
                    REFERENCES,
                    JSON,
                    PERSON -> Optional.empty();
        };
    }
}
