package dev.windrose.integrations.webhook;

import dev.windrose.integrations.Connection;
import dev.windrose.integrations.ConnectionError;
import dev.windrose.integrations.ConnectionSetting;
import dev.windrose.integrations.Connector;
import dev.windrose.integrations.ParsedMessage;
import dev.windrose.integrations.ParsedMessage.Party;
import dev.windrose.integrations.RawMessage;
import dev.windrose.platform.credentials.Secret;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.people.EmailAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Any program that signs what it sends. The text is taken where it is usual, else the whole body is told line by line. */
@Component
class WebhookConnector implements Connector.Pushed {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> TEXTS = List.of("text", "message", "body", "content", "comment");
    private static final List<String> SUBJECTS = List.of("subject", "title");
    private static final List<String> ADDRESSES = List.of("email", "from", "sender_email");

    private final Clock clock;

    WebhookConnector(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "webhook";
    }

    @Override
    public String label() {
        return "Signed webhook";
    }

    @Override
    public String secret() {
        return "signing_secret";
    }

    @Override
    public List<ConnectionSetting> settings() {
        return List.of(ConnectionSetting.secret("Signing secret")
                .help("The program signs each request with it, as Standard Webhooks describe"));
    }

    @Override
    public Map<String, Object> checked(Map<String, Object> settings) {
        return Map.of();
    }

    @Override
    public Answer accept(Connection connection, @Nullable Secret secret, Call call) {
        StandardWebhook.require(secret, call, clock.instant());
        return Answer.of(new RawMessage(
                String.valueOf(call.header("webhook-id")),
                clock.instant(),
                "application/json",
                call.body(),
                RawMessage.FRESH));
    }

    @Override
    public ParsedMessage read(RawMessage raw) {
        JsonNode body;
        try {
            body = JSON.readTree(raw.content());
        } catch (JacksonException e) {
            throw new AppException(ConnectionError.UNREADABLE_MESSAGE, "The body is not JSON.");
        }
        var data = body.path("data").isObject() ? body.path("data") : body;
        String text = first(data, TEXTS);
        String address = first(data, ADDRESSES);
        String normal = address == null ? "" : EmailAddress.normalise(address);
        var sender = EmailAddress.valid(normal) ? new Party(normal, first(data, List.of("name"))) : null;
        return ParsedMessage.plain("api", first(data, SUBJECTS), sender, text == null ? told(data) : text);
    }

    private static @Nullable String first(JsonNode data, List<String> names) {
        return names.stream()
                .map(data::path)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static String told(JsonNode data) {
        var lines = new ArrayList<String>();
        tell("", data, lines);
        return String.join("\n", lines);
    }

    private static void tell(String path, JsonNode node, List<String> lines) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field ->
                            tell(path + (path.isEmpty() ? "" : " ") + field.getKey(), field.getValue(), lines));
        } else if (node.isArray()) {
            Stream.iterate(0, at -> at + 1).limit(node.size()).forEach(at -> tell(path, node.get(at), lines));
        } else if (!node.isNull()) {
            lines.add((path.isEmpty() ? "" : path.replace('_', ' ') + ": ") + node.asString());
        }
    }
}
