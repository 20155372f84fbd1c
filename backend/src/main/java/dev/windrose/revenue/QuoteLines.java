package dev.windrose.revenue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks the lines of a quote with several products. */
final class QuoteLines {

    private static final Set<String> MEMBERS =
            Set.of("product_id", "text", "quantity", "unit_price", "discount_percent", "amount", "per");
    private static final Set<String> NUMBERS = Set.of("quantity", "unit_price", "discount_percent", "amount");
    private static final int MOST = 200;

    private QuoteLines() {}

    /** What is wrong with them, or nothing. */
    static @Nullable String problem(@Nullable Object lines) {
        if (lines == null) {
            return null;
        }
        if (!(lines instanceof List<?> list) || list.size() > MOST) {
            return "Give the lines as a list of at most %d.".formatted(MOST);
        }
        for (Object line : list) {
            String wrong = line instanceof Map<?, ?> members ? wrong(members) : "A line is an object.";
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
    }

    private static @Nullable String wrong(Map<?, ?> line) {
        for (var member : line.entrySet()) {
            String name = String.valueOf(member.getKey());
            if (!MEMBERS.contains(name)) {
                return "A line has no member \"%s\", only %s."
                        .formatted(
                                name,
                                String.join(", ", MEMBERS.stream().sorted().toList()));
            }
            if (NUMBERS.contains(name) && !(member.getValue() instanceof Number number && positive(number))) {
                return "The %s of a line is a number from 0.".formatted(name.replace('_', ' '));
            }
        }
        if (!isId(line.get("product_id")) && !(line.get("text") instanceof String text && !text.isBlank())) {
            return "A line names a product or has a text.";
        }
        return line.get("quantity") == null ? "A line says how many." : null;
    }

    private static boolean positive(Number number) {
        return new BigDecimal(number.toString()).signum() >= 0;
    }

    private static boolean isId(@Nullable Object value) {
        try {
            return value != null && UUID.fromString(value.toString()) != null;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
