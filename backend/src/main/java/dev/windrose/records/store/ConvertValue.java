package dev.windrose.records.store;

import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A value of a field whose kind changes, in the new kind; null where it does not fit. */
final class ConvertValue {

    private ConvertValue() {}

    static @Nullable Object of(FieldDescriptor to, Object value) {
        try {
            return ParseValue.of(to, given(to, value));
        } catch (BadValue | NumberFormatException unfit) {
            return null;
        }
    }

    private static @Nullable Object given(FieldDescriptor to, Object value) {
        return switch (to.kind()) {
            case TEXT, LONG_TEXT, EMAIL, PHONE, URL, COUNTRY -> text(value);
            case INTEGER, NUMBER, SCORE -> number(value);
            case MONEY -> value instanceof Money ? value : null;
            case DATE ->
                value instanceof Instant instant
                        ? instant.atZone(ZoneOffset.UTC).toLocalDate()
                        : text(value);
            case INSTANT -> value instanceof Instant ? value : text(value);
            case BOOLEAN -> truth(value);
            case CHOICE -> choice(to, single(value));
            case MULTI_CHOICE -> choices(to, value);
            case REFERENCE, PERSON -> single(value);
            case REFERENCES -> value instanceof List<?> ? value : List.of(value);
            case JSON -> value;
        };
    }

    private static @Nullable Object single(Object value) {
        return value instanceof List<?> list ? list.size() == 1 ? list.getFirst() : null : value;
    }

    private static String text(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Money money -> "%s %s".formatted(money.amount().toPlainString(), money.currency());
            default -> Objects.toString(JsonValue.of(value), "");
        };
    }

    private static @Nullable Object number(Object value) {
        return switch (value) {
            case Number number -> number;
            case Money money -> money.amount();
            case String text -> new BigDecimal(text.strip());
            default -> null;
        };
    }

    private static @Nullable Object truth(Object value) {
        return value instanceof Boolean
                ? value
                : switch (text(value).strip().toLowerCase(Locale.ROOT)) {
                    case "true", "yes", "1" -> true;
                    case "false", "no", "0" -> false;
                    default -> null;
                };
    }

    private static @Nullable Object choice(FieldDescriptor to, @Nullable Object value) {
        String wanted = value == null ? "" : text(value).strip();
        return to.choices().stream()
                .filter(option -> option.value().equalsIgnoreCase(wanted)
                        || option.label().equalsIgnoreCase(wanted))
                .findFirst()
                .map(option -> (Object) option.value())
                .orElse(null);
    }

    private static @Nullable Object choices(FieldDescriptor to, Object value) {
        var parts = value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : Stream.of(text(value).split("[,;]")).map(String::strip).toList();
        var found = parts.stream()
                .map(part -> choice(to, part))
                .filter(Objects::nonNull)
                .toList();
        return found.size() == parts.size() ? found : null;
    }
}
