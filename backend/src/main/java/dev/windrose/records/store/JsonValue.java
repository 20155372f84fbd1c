package dev.windrose.records.store;

import dev.windrose.records.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A kept value as plain JSON: what the API shows, history stores and a later change can be parsed from. */
public final class JsonValue {

    private JsonValue() {}

    public static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case Money money -> Map.of("amount", plain(money.amount()), "currency", money.currency());
            case BigDecimal number -> plain(number);
            case UUID id -> id.toString();
            case LocalDate date -> date.toString();
            case Instant instant -> instant.toString();
            case List<?> list -> list.stream().map(JsonValue::of).toList();
            case null -> null;
            default -> value;
        };
    }

    /** 12000.00 is 12000 and 1E+4 is 10000, so that equal amounts look equal. */
    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
