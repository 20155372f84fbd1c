package dev.windrose.integrations.slack;

import dev.windrose.integrations.Connection;
import dev.windrose.integrations.ConnectionError;
import dev.windrose.integrations.ConnectionSetting;
import dev.windrose.integrations.Connector;
import dev.windrose.integrations.ParsedMessage;
import dev.windrose.integrations.ParsedMessage.Kind;
import dev.windrose.integrations.ParsedMessage.Party;
import dev.windrose.integrations.RawMessage;
import dev.windrose.platform.credentials.Secret;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.EmailAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages that Slack sends: those of its Events API in channels the app was asked into, and a slash command. Slack answers for who wrote; who that
 * is here, the settings say.
 */
@Component
class SlackConnector implements Connector.Pushed, Connector.Answered {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{2,20}");
    private static final Pattern MENTION = Pattern.compile("<@([UW][A-Z0-9]+)(?:\\|[^>]*)?>");
    private static final Pattern LINK = Pattern.compile("<((?:https?://|mailto:)[^|>]+)(?:\\|([^>]*))?>");

    private final SlackApi api;
    private final Clock clock;

    SlackConnector(SlackApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "slack";
    }

    @Override
    public String label() {
        return "Slack";
    }

    @Override
    public String secret() {
        return "signing_secret";
    }

    @Override
    public boolean provesSender() {
        return true;
    }

    @Override
    public List<ConnectionSetting> settings() {
        return List.of(
                ConnectionSetting.secret("Signing secret").help("Slack shows it under Basic Information of the app"),
                ConnectionSetting.of("people", "People", ConnectionSetting.Kind.PAIRS)
                        .help("One a line: Slack’s id and the mail address here, such as U024BE7LH = ada@example.org"));
    }

    /** {@code people}: Slack's id of a person, and that person's mail address here. */
    @Override
    public Map<String, Object> checked(Map<String, Object> settings) {
        var people = new LinkedHashMap<String, Object>();
        if (settings.get("people") instanceof Map<?, ?> given) {
            given.forEach((id, address) -> {
                String normal = EmailAddress.normalise(String.valueOf(address));
                if (!USER.matcher(String.valueOf(id)).matches() || !EmailAddress.valid(normal)) {
                    throw new AppException(
                            CommonError.BAD_VALUE,
                            "People are written as Slack's id and a mail address, such as U024BE7LH and ada@example.org.",
                            "settings.people");
                }
                people.put(String.valueOf(id), normal);
            });
        }
        return Map.of("people", people);
    }

    @Override
    public Answer accept(Connection connection, @Nullable Secret secret, Call call) {
        SlackSignature.refusal(
                        Objects.requireNonNull(secret),
                        call.header("x-slack-request-timestamp"),
                        call.header("x-slack-signature"),
                        call.body(),
                        clock.instant())
                .ifPresent(why -> {
                    throw new AppException(ConnectionError.SIGNATURE_REFUSED, why);
                });
        return call.contentType().startsWith("application/x-www-form-urlencoded")
                ? command(connection, call)
                : event(connection, call);
    }

    private Answer event(Connection connection, Call call) {
        JsonNode body;
        try {
            body = JSON.readTree(call.body());
        } catch (JacksonException e) {
            throw new AppException(CommonError.MALFORMED, "The body is not JSON.");
        }
        if (body.path("type").asString("").equals("url_verification")) {
            return new Answer(
                    List.of(), Map.of("challenge", body.path("challenge").asString("")));
        }
        String type = body.path("event").path("type").asString("");
        if (!type.equals("message") && !type.equals("app_mention")) {
            return new Answer(List.of(), Map.of("ok", true));
        }
        return new Answer(List.of(said(connection, call, body)), Map.of("ok", true));
    }

    private RawMessage said(Connection connection, Call call, JsonNode body) {
        var event = body.path("event");
        // A mention arrives as two events about one message; the channel and its time are what they share.
        String channel = event.path("channel").asString("");
        String time = event.path("ts").asString("");
        String notice = SlackNotice.of(event);
        String words = SlackNotice.words(event);
        var kept = kept(connection, event.path("user").asString(""), words);
        kept.put("thread", channel + " " + event.path("thread_ts").asString(time));
        kept.put("others", String.join(" ", mentioned(connection, words)));
        kept.put("team", body.path("team_id").asString(""));
        Optional.ofNullable(notice).ifPresent(why -> kept.put("notice", why));
        Optional.ofNullable(SlackNotice.files(event)).ifPresent(names -> kept.put("files", names));
        String name = time.isEmpty() ? RawMessage.idOf(call.body()) : channel + " " + time;
        return new RawMessage(
                notice == null ? name : name + " " + event.path("subtype").asString("bot_message"),
                at(time),
                "application/json",
                JSON.writeValueAsBytes(kept),
                notice == null ? RawMessage.WAITED_FOR : RawMessage.FRESH,
                reach(event));
    }

    /**
     * Only what is said in an open channel is for everybody. A mention alone does not say where it was; the message of an open channel, which comes
     * beside it, does.
     */
    private static RawMessage.Reach reach(JsonNode event) {
        return event.path("channel_type").asString("").equals("channel")
                ? RawMessage.Reach.OPEN
                : RawMessage.Reach.THOSE_IN_IT;
    }

    /** The addresses of those who are named in it and known here: it is said to them. */
    private static Set<String> mentioned(Connection connection, String text) {
        if (!(connection.settings().get("people") instanceof Map<?, ?> people)) {
            return Set.of();
        }
        return MENTION.matcher(text)
                .results()
                .map(found -> people.get(found.group(1)))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Answer command(Connection connection, Call call) {
        var fields = new LinkedHashMap<String, String>();
        for (String pair : new String(call.body(), StandardCharsets.UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        String text = fields.getOrDefault("text", "");
        if (text.isBlank()) {
            return new Answer(List.of(), told("Write what happened after the command."));
        }
        var kept = kept(connection, fields.getOrDefault("user_id", ""), text);
        var back = api.responseAddress(fields.getOrDefault("response_url", ""));
        back.ifPresent(address -> kept.put("response_url", address.toString()));
        return new Answer(
                List.of(new RawMessage(
                        "command " + fields.getOrDefault("trigger_id", call.header("x-slack-signature")),
                        clock.instant(),
                        "application/json",
                        JSON.writeValueAsBytes(kept),
                        RawMessage.WAITED_FOR)),
                told(back.isPresent() ? "Taken. What becomes of it follows here." : "Taken."));
    }

    private static Map<String, Object> told(String text) {
        return Map.of("response_type", "ephemeral", "text", text);
    }

    /** Who that is, is settled when it arrives. */
    private static ObjectNode kept(Connection connection, String user, String text) {
        var kept = JSON.createObjectNode().put("user", user).put("text", text);
        if (connection.settings().get("people") instanceof Map<?, ?> people
                && people.get(user) instanceof String known) {
            kept.put("email", known);
        }
        return kept;
    }

    private Instant at(String time) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(time.split("\\.")[0]));
        } catch (NumberFormatException e) {
            return clock.instant();
        }
    }

    @Override
    public ParsedMessage read(RawMessage raw) {
        var kept = kept(raw);
        String address = kept.path("email").asString("");
        String notice = kept.path("notice").asString(null);
        return new ParsedMessage(
                notice == null ? Kind.MESSAGE : Kind.NOTICE,
                "slack",
                null,
                kept.path("thread").asString(null),
                List.of(),
                null,
                address.isEmpty() ? null : new Party(address, null),
                Stream.of(kept.path("others").asString("").split(" "))
                        .filter(other -> !other.isEmpty() && !other.equals(address))
                        .map(other -> new Party(other, null))
                        .toList(),
                plain(kept.path("text").asString("")),
                List.of(),
                null,
                null,
                null,
                notice == null ? kept.path("files").asString(null) : notice);
    }

    @Override
    public String token() {
        return "bot_token";
    }

    @Override
    public ConnectionSetting tokenSetting() {
        return new ConnectionSetting(
                "token",
                "Bot token",
                ConnectionSetting.Kind.TEXT,
                "Begins with xoxb- and may chat:write; with users:read.email Slack also tells who writes",
                true,
                true,
                null,
                List.of());
    }

    /** What nobody wrote is not answered. */
    @Override
    public boolean wantsAnswer(RawMessage raw) {
        var kept = readable(raw);
        boolean possible = kept.path("thread").asString("").contains(" ") || answeredWithoutToken(raw);
        return possible && kept.path("notice").asString(null) == null;
    }

    /** Where the settings do not say who somebody is, Slack tells their mail address. */
    @Override
    public ParsedMessage identified(Connection connection, Secret token, RawMessage raw, ParsedMessage parsed) {
        var kept = readable(raw);
        String user = kept.path("user").asString("");
        String team = kept.path("team").asString("");
        return parsed.sender() != null || team.isEmpty() || !USER.matcher(user).matches()
                ? parsed
                : api.mailOf(token, team, user)
                        .map(mail -> parsed.from(new Party(mail, null)))
                        .orElse(parsed);
    }

    @Override
    public boolean answeredWithoutToken(RawMessage raw) {
        return !back(raw).isEmpty();
    }

    private static String back(RawMessage raw) {
        return readable(raw).path("response_url").asString("");
    }

    /** A command by the address that came with it, seen by who gave it; a message in its thread. */
    @Override
    public void answer(@Nullable Secret token, RawMessage raw, String text) {
        String back = back(raw);
        if (!back.isEmpty()) {
            api.respond(back, text);
        } else if (token != null) {
            var place = kept(raw).path("thread").asString("").split(" ");
            api.post(token, place[0], place[1], text);
        }
    }

    /** Nothing of what makes no sense; somebody may have written words in its place. */
    private static JsonNode readable(RawMessage raw) {
        try {
            return kept(raw);
        } catch (AppException unreadable) {
            return JSON.createObjectNode();
        }
    }

    private static JsonNode kept(RawMessage raw) {
        try {
            return JSON.readTree(raw.content());
        } catch (JacksonException e) {
            throw new AppException(ConnectionError.UNREADABLE_MESSAGE, "The message is not readable.");
        }
    }

    /** Slack's own marks as words: links, mentions, and the three signs it escapes. */
    static String plain(String text) {
        String words = MENTION.matcher(text).replaceAll("");
        words = LINK.matcher(words)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        found.group(2) == null || found.group(2).isBlank()
                                ? found.group(1).replaceFirst("^mailto:", "")
                                : found.group(2)));
        return words.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }
}
