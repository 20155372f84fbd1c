package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.grammar.Chunk.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Units behind numbers: weeks are days, years are months. */
final class Units {

    private static final BigDecimal SEVEN = BigDecimal.valueOf(7);
    private static final BigDecimal TWELVE = BigDecimal.valueOf(12);
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);
    private static final Set<String> BEFORE = Set.of(
            "calendar",
            "full",
            "paid",
            "named",
            "active",
            "user",
            "licensed",
            "whole",
            "consecutive",
            "complete",
            "working",
            "business",
            "banking",
            "additional",
            "new",
            "single",
            "ordered",
            "purchased");

    private Units() {}

    /** One word may stand before the unit: "100 paid seats". */
    static int length(List<Token> tokens, int from) {
        if (from >= tokens.size() || tokens.get(from).number()) {
            return 0;
        }
        if (tokens.get(from).word().equals("per")
                && from + 1 < tokens.size()
                && tokens.get(from + 1).word().equals("cent")) {
            return 2;
        }
        if (BEFORE.contains(tokens.get(from).word())) {
            return from + 1 < tokens.size()
                            && Words.value(Kind.UNIT, tokens.get(from + 1).word())
                                    .isPresent()
                    ? 2
                    : 0;
        }
        return Words.value(Kind.UNIT, tokens.get(from).word()).isPresent() ? 1 : 0;
    }

    static Chunk counted(BigDecimal value, String unit, @Nullable String currency, int start, int end) {
        return switch (unit) {
            case "PERCENT" -> Chunk.quantity(value, Unit.PERCENT, currency, start, end);
            case "NET" -> Chunk.quantity(value, Unit.NET_DAYS, currency, start, end);
            case "DAYS" -> Chunk.quantity(value, Unit.DAYS, currency, start, end);
            case "WEEKS" -> Chunk.quantity(value.multiply(SEVEN), Unit.DAYS, currency, start, end);
            case "MONTHS" -> Chunk.quantity(value, Unit.MONTHS, currency, start, end);
            case "YEARS" -> Chunk.quantity(value.multiply(TWELVE), Unit.MONTHS, currency, start, end);
            case "MINUTES" ->
                Chunk.quantity(value.divide(SIXTY, 6, RoundingMode.HALF_UP), Unit.HOURS, currency, start, end);
            case "HOURS" -> Chunk.quantity(value, Unit.HOURS, currency, start, end);
            case "UNITS" -> Chunk.quantity(value, Unit.UNITS, currency, start, end);
            default -> Chunk.quantity(value, Unit.EMPLOYEES, currency, start, end);
        };
    }
}
