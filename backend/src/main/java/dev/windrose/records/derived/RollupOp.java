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
        return kind.isTime() ? Optional.empty() : extreme(kind);
    }

    private static Optional<FieldKind> extreme(FieldKind kind) {
        if (kind.isNumber()) {
            return Optional.of(FieldKind.NUMBER);
        }
        return kind == FieldKind.MONEY || kind.isTime() ? Optional.of(kind) : Optional.empty();
    }

    private static Optional<FieldKind> last(FieldKind kind) {
        if (kind == FieldKind.BOOLEAN) {
            return Optional.of(kind);
        }
        return kind.isText() || kind == FieldKind.CHOICE || kind == FieldKind.COUNTRY
                ? Optional.of(FieldKind.TEXT)
                : Optional.empty();
    }
}
