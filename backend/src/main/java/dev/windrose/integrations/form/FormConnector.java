package dev.windrose.integrations.form;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.integrations.Connection;
import dev.windrose.integrations.ConnectionError;
import dev.windrose.integrations.ConnectionSetting;
import dev.windrose.integrations.Connector;
import dev.windrose.integrations.ParsedMessage;
import dev.windrose.integrations.ParsedMessage.Party;
import dev.windrose.integrations.RawMessage;
import dev.windrose.platform.credentials.Secret;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.EmailAddress;
import io.github.bucket4j.Bucket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A form that any web site can show. Open to all, so guarded otherwise: a field that people do not see, a limit for each sender, and the same form
 * sent twice counts once.
 */
@Component
class FormConnector implements Connector.Pushed {

    /** Left empty by people, who do not see it. No form of another site has a field of this name. */
    static final String TRAP = "windrose_leave_empty";

    /** Told by the page, one for each time the form is shown. */
    static final String ONCE = "form_token";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<LinkedHashMap<String, Object>> FIELDS = new TypeReference<>() {};
    private static final Set<String> HIDDEN = Set.of(TRAP, ONCE);
    private static final int MOST_FIELDS = 40;
    private static final int LONGEST = 20_000;
    private static final int A_MINUTE = 10;

    private final Clock clock;
    private final Cache<String, Bucket> limits = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    FormConnector(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "web_form";
    }

    @Override
    public String label() {
        return "Web form";
    }

    @Override
    public @Nullable String secret() {
        return null;
    }

    @Override
    public List<ConnectionSetting> settings() {
        return List.of(ConnectionSetting.of("thanks", "Thanks", ConnectionSetting.Kind.TEXT)
                .help("Shown after somebody has written")
                .initially("Thank you."));
    }

    @Override
    public Map<String, Object> checked(Map<String, Object> settings) {
        String thanks = settings.get("thanks") instanceof String text && !text.isBlank() ? text.strip() : "Thank you.";
        if (thanks.length() > 300) {
            throw new AppException(CommonError.TOO_LONG, "The thanks have at most 300 characters.", "settings.thanks");
        }
        return Map.of("thanks", thanks);
    }

    @Override
    public Answer accept(Connection connection, @Nullable Secret secret, Call call) {
        limit(connection.id() + " " + call.from());
        var fields = fields(call);
        var thanks = Map.of("ok", true, "text", String.valueOf(connection.text("thanks")));
        if (fields.keySet().stream().allMatch(HIDDEN::contains)) {
            throw new AppException(CommonError.REQUIRED, "The form is empty.");
        }
        byte[] body = JSON.writeValueAsBytes(fields);
        var message =
                new RawMessage(once(fields, body), clock.instant(), "application/json", body, RawMessage.FRESH + 30);
        return new Answer(List.of(message), thanks);
    }

    private void limit(String sender) {
        var bucket = limits.get(sender, _ -> Bucket.builder()
                .addLimit(limit -> limit.capacity(A_MINUTE).refillGreedy(A_MINUTE, Duration.ofMinutes(1)))
                .build());
        if (!bucket.tryConsume(1)) {
            throw new AppException(
                    CommonError.TOO_MANY_REQUESTS,
                    "Too many messages. Wait a minute.",
                    null,
                    Map.of("retry_after", 60));
        }
    }

    /** Without a token of the page the same words on the same day are the same message. */
    private String once(Map<String, Object> fields, byte[] body) {
        Object token = fields.get(ONCE);
        if (token != null && !token.toString().isBlank()) {
            return "token " + RawMessage.idOf(token.toString().getBytes(StandardCharsets.UTF_8));
        }
        return clock.instant().truncatedTo(ChronoUnit.DAYS) + " " + RawMessage.idOf(body);
    }

    private static Map<String, Object> fields(Call call) {
        String type = call.contentType();
        var fields = type.startsWith("application/json") ? json(call.body()) : encoded(call.body());
        boolean large = fields.size() > MOST_FIELDS
                || fields.values().stream().anyMatch(value -> value.toString().length() > LONGEST);
        if (large) {
            throw new AppException(CommonError.TOO_LARGE, "The form is too large.");
        }
        return fields;
    }

    private static Map<String, Object> json(byte[] body) {
        try {
            var fields = JSON.readValue(body, FIELDS);
            fields.values()
                    .removeIf(
                            value -> !(value instanceof String || value instanceof Number || value instanceof Boolean));
            return fields;
        } catch (JacksonException e) {
            throw new AppException(CommonError.MALFORMED, "The form is not readable.");
        }
    }

    private static Map<String, Object> encoded(byte[] body) {
        var fields = new LinkedHashMap<String, Object>();
        try {
            for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    String name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
                    String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                    fields.merge(name, value, (one, other) -> one + ", " + other);
                }
            }
            return fields;
        } catch (IllegalArgumentException e) {
            throw new AppException(CommonError.MALFORMED, "The form is not readable.");
        }
    }

    @Override
    public ParsedMessage read(RawMessage raw) {
        Map<String, Object> fields;
        try {
            fields = JSON.readValue(raw.content(), FIELDS);
        } catch (JacksonException e) {
            throw new AppException(ConnectionError.UNREADABLE_MESSAGE, "The form is not readable.");
        }
        String address = EmailAddress.normalise(String.valueOf(fields.getOrDefault("email", "")));
        var name = fields.get("name");
        var sender = EmailAddress.valid(address) ? new Party(address, name == null ? null : name.toString()) : null;
        String text = fields.entrySet().stream()
                .filter(field -> !HIDDEN.contains(field.getKey())
                        && !field.getValue().toString().isBlank())
                .map(field -> label(field.getKey()) + ": " + field.getValue())
                .collect(Collectors.joining("\n"));
        var subject = fields.get("subject");
        var form = ParsedMessage.plain("web_form", subject == null ? null : subject.toString(), sender, text);
        return String.valueOf(fields.getOrDefault(TRAP, "")).isBlank() ? form : form.as(ParsedMessage.Kind.SPAM);
    }

    private static String label(String name) {
        String words = name.replace('_', ' ').replace('-', ' ').strip();
        return words.isEmpty() ? "Field" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
