package dev.windrose.records.store;

import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of custom fields as they were kept. What does not fit the field's kind, which may have changed, is no value. */
final class StoredValue {

    private StoredValue() {}

    static @Nullable Object of(FieldDescriptor field, @Nullable Object json) {
        if (json == null) {
            return null;
        }
        try {
            return switch (field.kind()) {
                case TEXT, LONG_TEXT, EMAIL, PHONE, URL, COUNTRY, CHOICE -> json instanceof String ? json : null;
                case INTEGER -> json instanceof Number number ? number.longValue() : null;
                case NUMBER, SCORE -> json instanceof Number ? new BigDecimal(json.toString()) : null;
                case MONEY -> money(json);
                case DATE -> LocalDate.parse(text(json));
                case INSTANT -> Instant.parse(text(json));
                case BOOLEAN -> json instanceof Boolean ? json : null;
                case REFERENCE, PERSON -> UUID.fromString(text(json));
                case REFERENCES ->
                    json instanceof List<?> ids
                            ? ids.stream().map(id -> UUID.fromString(text(id))).toList()
                            : null;
                case MULTI_CHOICE -> json instanceof List<?> ? json : null;
                case JSON -> json;
            };
        } catch (IllegalArgumentException | DateTimeException otherKind) {
            return null;
        }
    }

    private static @Nullable Object money(Object json) {
        return json instanceof Map<?, ?> map
                        && map.get("amount") instanceof Number amount
                        && map.get("currency") instanceof String currency
                ? new Money(new BigDecimal(amount.toString()), currency)
                : null;
    }

    private static String text(@Nullable Object json) {
        return Objects.toString(json, "");
    }
}
