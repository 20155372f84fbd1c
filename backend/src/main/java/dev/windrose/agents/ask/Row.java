package dev.windrose.agents.ask;

import dev.windrose.records.Money;
import dev.windrose.records.RecordData;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A record that is meant, with what paths lead to.
 *
 * @param closed the moment at which it was decided; null where it is open or nobody asked
 */
record Row(RecordData data, @Nullable LocalDate closed) {

    @Nullable
    Object value(String path) {
        return switch (path) {
            case "id" -> data.id();
            case "created_at" -> data.values().getOrDefault(path, data.createdAt());
            case "updated_at" -> data.values().getOrDefault(path, data.updatedAt());
            case Moments.CLOSED -> closed;
            default -> data.values().get(path);
        };
    }

    @Nullable
    LocalDate day(String path, ZoneId zone) {
        return switch (value(path)) {
            case LocalDate day -> day;
            case Instant moment -> LocalDate.ofInstant(moment, zone);
            case null, default -> null;
        };
    }

    /** @param currencyPath where the currency of an amount stands; null where the value carries it or there is none */
    @Nullable
    Worth worth(String path, @Nullable String currencyPath) {
        return switch (value(path)) {
            case Money money -> new Worth(money.amount(), money.currency());
            case BigDecimal number -> new Worth(number, currencyPath == null ? null : data.text(currencyPath));
            case Number number -> new Worth(new BigDecimal(number.toString()), null);
            case null, default -> null;
        };
    }

    /** A number, of money with its currency. */
    record Worth(BigDecimal amount, @Nullable String currency) {}
}
