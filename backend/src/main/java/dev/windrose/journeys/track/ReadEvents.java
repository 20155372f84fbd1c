package dev.windrose.journeys.track;

import dev.windrose.journeys.JourneyStage.JourneyType;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a request of events. One event that is wrong does not hold up the others. */
@Component
class ReadEvents {

    /** Clocks that differ by less are taken as they are. */
    private static final Duration NO_SKEW = Duration.ofSeconds(30);

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final int LONGEST_ID = 100;
    private static final int LONGEST = 200;
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_.]{0,99}");
    private static final Set<String> FIELDS = Set.of(
            "id",
            "type",
            "time",
            "anonymous_id",
            "user_id",
            "email",
            "contact_id",
            "company_id",
            "journey",
            "product_id",
            "product",
            "channel",
            "campaign",
            "country",
            "region",
            "segment",
            "amount",
            "currency",
            "properties");
    private static final Set<String> ENVELOPE = Set.of("write_key", "sent_at", "batch");

    private final JsonMapper json;
    private final TrackSettings settings;

    ReadEvents(JsonMapper json, TrackSettings settings) {
        this.json = json;
        this.settings = settings;
    }

    /**
     * A request, read.
     *
     * @param key what the body says the write key is
     * @param skew by how much the clock of the sender was behind ours
     */
    record Batch(@Nullable String key, Duration skew, int received, List<TrackedEvent> events, List<Outcome> refused) {}

    /** @throws AppException MALFORMED or BATCH_TOO_LARGE, about the whole */
    Batch read(byte[] body, Instant now) {
        var root = parse(body);
        var events = root.has("batch") ? root.get("batch") : root;
        if (!events.isArray() && !events.isObject()) {
            throw malformed("\"batch\" is a list of events.");
        }
        int received = events.isArray() ? events.size() : 1;
        if (received > settings.batch()) {
            throw new AppException(
                    TrackError.BATCH_TOO_LARGE,
                    "A request holds at most " + settings.batch() + " events. This one has " + received + ".");
        }
        var skew = skew(root, now);
        var read = new ArrayList<TrackedEvent>(received);
        var refused = new ArrayList<Outcome>();
        for (int at = 0; at < received; at++) {
            var event = events.isArray() ? events.get(at) : events;
            try {
                read.add(event(event, at, skew, now, !events.isArray() && !root.has("batch")));
            } catch (RefusedEvent why) {
                refused.add(Outcome.refused(at, id(event), why));
            }
        }
        var key = root.isObject() ? root.get("write_key") : null;
        return new Batch(key == null || !key.isString() ? null : key.asString(), skew, received, read, refused);
    }

    private JsonNode parse(byte[] body) {
        try {
            var root = json.readTree(body);
            if (root == null || !root.isObject() && !root.isArray()) {
                throw malformed("The body is an event, a list of events, or {\"batch\": [...]}.");
            }
            return root;
        } catch (JacksonException e) {
            throw malformed("The body is no JSON.");
        }
    }

    /** Senders say when they send by their own clock; what it differs by from ours, the times of their events differ by too. */
    private static Duration skew(JsonNode root, Instant now) {
        var sent = root.isObject() ? root.get("sent_at") : null;
        if (sent == null || sent.isNull()) {
            return Duration.ZERO;
        }
        try {
            var skew = Duration.between(time(sent), now);
            return skew.abs().compareTo(NO_SKEW) < 0 ? Duration.ZERO : skew;
        } catch (RefusedEvent e) {
            throw malformed("\"sent_at\" is a time such as 2026-03-01T09:30:00Z.");
        }
    }

    private TrackedEvent event(JsonNode node, int index, Duration skew, Instant now, boolean alone) {
        if (!node.isObject()) {
            throw new RefusedEvent("not_an_event", "An event is a JSON object.");
        }
        for (String name : node.propertyNames()) {
            if (!FIELDS.contains(name) && !(alone && ENVELOPE.contains(name))) {
                throw new RefusedEvent(
                        "unknown_field",
                        "An event has no field \"" + name + "\". What is its own goes into properties.");
            }
        }
        String type = text(node, "type", LONGEST);
        if (type == null || !TYPE.matcher(type).matches()) {
            throw new RefusedEvent(
                    "bad_type", "The type of an event is written in small letters, digits, dots and underscores.");
        }
        var person = person(node);
        if (person.nobody()) {
            throw new RefusedEvent(
                    "nobody", "An event names who did it: anonymous_id, user_id, email, contact_id or company_id.");
        }
        String id = text(node, "id", LONGEST_ID);
        var amount = amount(node);
        return new TrackedEvent(
                index,
                id == null ? Ids.next().toString() : id,
                type,
                at(node, skew, now),
                person,
                traits(node),
                amount == null ? null : amount.minor(),
                amount == null ? null : amount.currency(),
                properties(node.get("properties")));
    }

    private Instant at(JsonNode node, Duration skew, Instant now) {
        var given = node.get("time");
        if (given == null || given.isNull()) {
            return now;
        }
        var at = time(given).plus(skew);
        if (at.isAfter(now.plus(settings.future()))) {
            throw new RefusedEvent(
                    "future",
                    "The event lies in the future: " + at
                            + ". Say by sent_at when it was sent, if the clock is wrong.");
        }
        if (at.isBefore(EARLIEST)) {
            throw new RefusedEvent("too_old", "The event lies before the year 2000: " + at + ".");
        }
        return at;
    }

    private static Instant time(JsonNode node) {
        try {
            return node.isString()
                    ? OffsetDateTime.parse(node.asString()).toInstant()
                    : Instant.ofEpochMilli(number(node).longValueExact());
        } catch (DateTimeException | ArithmeticException e) {
            throw new RefusedEvent(
                    "bad_time", "A time is written as 2026-03-01T09:30:00Z, or in milliseconds since 1970.");
        }
    }

    private static BigDecimal number(JsonNode node) {
        if (!node.isNumber()) {
            throw new RefusedEvent("bad_value", "This is no number: " + shortened(node.toString()));
        }
        return node.decimalValue();
    }

    private static TrackedEvent.Person person(JsonNode node) {
        String email = text(node, "email", 254);
        return new TrackedEvent.Person(
                text(node, "anonymous_id", LONGEST_ID),
                text(node, "user_id", LONGEST_ID),
                email == null ? null : email.strip().toLowerCase(Locale.ROOT),
                uuid(node, "contact_id"),
                uuid(node, "company_id"));
    }

    private static TrackedEvent.Traits traits(JsonNode node) {
        String journey = text(node, "journey", LONGEST);
        String country = text(node, "country", LONGEST);
        if (country != null && !country.matches("[A-Za-z]{2}")) {
            throw new RefusedEvent("bad_value", "A country is written in two letters, as PT.");
        }
        return new TrackedEvent.Traits(
                journey == null ? null : journey(journey),
                uuid(node, "product_id"),
                text(node, "product", LONGEST),
                text(node, "channel", LONGEST),
                text(node, "campaign", LONGEST),
                country == null ? null : country.toUpperCase(Locale.ROOT),
                text(node, "region", LONGEST),
                text(node, "segment", LONGEST));
    }

    private static JourneyType journey(String wire) {
        for (var type : JourneyType.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(wire)) {
                return type;
            }
        }
        throw new RefusedEvent("bad_value", "A journey is sales_led or self_serve.");
    }

    private static @Nullable Money amount(JsonNode node) {
        var amount = node.get("amount");
        if (amount == null || amount.isNull()) {
            return null;
        }
        String currency = text(node, "currency", 3);
        try {
            var money = new Money(number(amount), currency == null ? "" : currency.toUpperCase(Locale.ROOT));
            money.minor();
            return money;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new RefusedEvent(
                    "bad_value", "An amount has a currency of three letters, as EUR, and fits into 18 digits.");
        }
    }

    private String properties(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return "{}";
        }
        if (!node.isObject()) {
            throw new RefusedEvent("bad_value", "The properties of an event are a JSON object.");
        }
        String text = node.toString();
        if (text.length() > settings.propertyBytes()
                || text.getBytes(StandardCharsets.UTF_8).length > settings.propertyBytes()) {
            throw new RefusedEvent(
                    "properties_too_large",
                    "The properties of an event have at most " + settings.propertyBytes()
                            + " bytes. These are larger.");
        }
        if (text.contains("\\u0000")) {
            throw new RefusedEvent("bad_value", "The properties hold a zero character, which cannot be kept.");
        }
        return text;
    }

    private static @Nullable UUID uuid(JsonNode node, String field) {
        String text = text(node, field, LONGEST);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedEvent("bad_value", "\"" + field + "\" is the id of a record.");
        }
    }

    private static @Nullable String text(JsonNode node, String field, int longest) {
        var value = node.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString() && !value.isNumber()) {
            throw new RefusedEvent("bad_value", "\"" + field + "\" is a text.");
        }
        String text = value.asString().strip();
        if (text.length() > longest) {
            throw new RefusedEvent("too_long", "\"" + field + "\" has at most " + longest + " characters.");
        }
        if (text.indexOf('\0') >= 0) {
            throw new RefusedEvent("bad_value", "\"" + field + "\" holds a zero character, which cannot be kept.");
        }
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String id(JsonNode node) {
        var id = node.isObject() ? node.get("id") : null;
        return id == null || !id.isString() ? null : shortened(id.asString());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_ID ? text : text.substring(0, LONGEST_ID);
    }

    private static AppException malformed(String message) {
        return new AppException(CommonError.MALFORMED, message);
    }
}
