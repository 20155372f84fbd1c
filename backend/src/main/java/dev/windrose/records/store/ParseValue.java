package dev.windrose.records.store;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TypedId;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns what a caller sent (JSON values, or the Java types of the kinds) into the value the engine keeps; null for nothing. */
public final class ParseValue {

    private ParseValue() {}

    public static @Nullable Object of(FieldDescriptor field, @Nullable Object given) throws BadValue {
        if (given == null) {
            return null;
        }
        return switch (field.kind()) {
            case TEXT, LONG_TEXT, EMAIL, PHONE, URL, COUNTRY -> ParseText.of(field, given);
            case INTEGER -> ParseNumber.integer(given);
            case NUMBER -> ParseNumber.decimal(given, 15, 6);
            case SCORE -> ParseNumber.score(given);
            case MONEY -> field.ownCurrency() ? ParseNumber.money(given) : amount(given);
            case DATE -> date(given);
            case INSTANT -> instant(given);
            case BOOLEAN -> bool(given);
            case CHOICE -> choice(field, given);
            case MULTI_CHOICE -> emptyToNull(list(given, element -> choice(field, element)));
            case REFERENCE -> id(given);
            case PERSON -> person(given);
            case REFERENCES ->
                emptyToNull(list(given, "person".equals(field.ref()) ? ParseValue::person : ParseValue::id));
            case JSON -> ParseJson.of(given);
        };
    }

    /** Money whose currency is a field of its own takes the plain number; what {@code {amount, currency}} says of it is spread before. */
    private static Object amount(Object given) throws BadValue {
        return ParseNumber.decimal(given instanceof Money money ? money.amount() : given, 13, 4);
    }

    static LocalDate date(Object given) throws BadValue {
        if (given instanceof LocalDate date) {
            return date;
        }
        if (!(given instanceof String text)) {
            throw BadValue.wrongType("a date as text, for example \"2026-03-31\"");
        }
        try {
            var date = LocalDate.parse(text.strip());
            if (date.getYear() < 1 || date.getYear() > 9999) {
                throw BadValue.bad("The year must lie between 1 and 9999.");
            }
            return date;
        } catch (DateTimeParseException e) {
            throw BadValue.bad("Not a date. Write it as 2026-03-31.");
        }
    }

    private static Instant instant(Object given) throws BadValue {
        if (given instanceof Instant instant) {
            return instant.truncatedTo(ChronoUnit.MICROS);
        }
        if (!(given instanceof String text)) {
            throw BadValue.wrongType("a point in time as text, for example \"2026-03-31T09:30:00Z\"");
        }
        try {
            return text.length() <= 10
                    ? date(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text.strip()).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException e) {
            throw BadValue.bad("Not a point in time. Write it as 2026-03-31T09:30:00Z.");
        }
    }

    private static Boolean bool(Object given) throws BadValue {
        if (given instanceof Boolean value) {
            return value;
        }
        throw BadValue.wrongType("true or false");
    }

    private static @Nullable Object choice(FieldDescriptor field, Object given) throws BadValue {
        String text = given instanceof Enum<?> constant
                ? constant.name()
                : given instanceof String string ? string.strip() : null;
        if (text == null) {
            throw BadValue.wrongType("text");
        }
        if (text.isEmpty()) {
            return null;
        }
        if (field.choices().isEmpty()) {
            return ParseText.checked(text, 100);
        }
        var choice = field.choice(text);
        if (choice.isEmpty()) {
            throw BadValue.bad("\"%s\" is none of %s."
                    .formatted(
                            ParseText.shortened(text),
                            String.join(
                                    ", ",
                                    field.choices().stream()
                                            .map(option -> option.value())
                                            .toList())));
        }
        return choice.get().value();
    }

    static UUID id(Object given) throws BadValue {
        return switch (given) {
            case UUID id -> id;
            case TypedId id -> id.value();
            case Map<?, ?> ref when ref.get("id") instanceof String text -> id(text);
            case String text -> {
                try {
                    if (text.strip().length() != 36) {
                        throw BadValue.bad("Not an id.");
                    }
                    yield UUID.fromString(text.strip());
                } catch (IllegalArgumentException e) {
                    throw BadValue.bad("Not an id.");
                }
            }
            default -> throw BadValue.wrongType("the id of a record as text");
        };
    }

    private static UUID person(Object given) throws BadValue {
        if ("me".equals(given)) {
            var person = ActorScope.current().person();
            if (person == null) {
                throw BadValue.bad("\"me\" needs somebody who is signed in.");
            }
            return person.value();
        }
        return id(given);
    }

    private static List<Object> list(Object given, Element parse) throws BadValue {
        if (!(given instanceof List<?> list)) {
            throw BadValue.wrongType("a list");
        }
        if (list.size() > 500) {
            throw BadValue.bad("More than 500 values.");
        }
        var values = new ArrayList<Object>();
        for (Object element : list) {
            Object value = element == null ? null : parse.of(element);
            if (value != null && !values.contains(value)) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    private static @Nullable Object emptyToNull(List<Object> list) {
        return list.isEmpty() ? null : list;
    }

    /** The code of a currency, as a field holds it that says in which currency another one is. */
    public static String currency(String text) throws BadValue {
        return ParseNumber.currency(text);
    }

    @FunctionalInterface
    private interface Element {
        @Nullable
        Object of(Object given) throws BadValue;
    }
}
