package dev.windrose.integrations.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.integrations.ConnectionError;
import dev.windrose.integrations.IntegrationSettings;
import dev.windrose.platform.credentials.Secret;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.outside.OutsideHosts;
import dev.windrose.platform.people.EmailAddress;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The two methods of Slack's Web API that are used here, and the addresses by which it takes the result of a command. */
@Component
class SlackApi {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LONGEST = 3000;
    private static final Set<String> WORTH_ANOTHER_TRY = Set.of(
            "ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable", "request_timeout");

    private final URI address;
    private final OutsideHosts hosts;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Cache<String, Optional<String>> people = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(30))
            .build();

    SlackApi(IntegrationSettings settings, OutsideHosts hosts) {
        this.address = settings.slackAddress();
        this.hosts = hosts;
    }

    /** Writes into the thread. */
    void post(Secret token, String channel, String thread, String text) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("channel", channel);
        fields.put("thread_ts", thread);
        fields.put("text", shown(text));
        fields.put("unfurl_links", "false");
        ask(
                HttpRequest.newBuilder(at("chat.postMessage", Map.of()))
                        .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                        .POST(BodyPublishers.ofString(encoded(fields))),
                token);
    }

    /** The address of an answer to a command; empty for one that is not Slack's own, to which nothing is sent. */
    Optional<URI> responseAddress(String given) {
        try {
            var back = URI.create(given);
            String own = address.getHost();
            boolean slacks = back.getHost() != null
                    && (back.getHost().equals(own) || back.getHost().endsWith("." + own))
                    && address.getScheme().equals(back.getScheme())
                    && back.getPort() == address.getPort()
                    && back.getUserInfo() == null;
            return slacks ? Optional.of(back) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Tells who gave a command what became of it; Slack takes that for half an hour. */
    void respond(String given, String text) {
        var back = responseAddress(given)
                .orElseThrow(() ->
                        new AppException(ConnectionError.ANSWER_REFUSED, "The address for the answer is not Slack's."));
        var body = JSON.createObjectNode()
                .put("response_type", "ephemeral")
                .put("replace_original", false)
                .put("text", shown(text));
        var answer = send(
                HttpRequest.newBuilder(back)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))),
                back.getHost());
        int status = answer.statusCode();
        if (status == 429 || status >= 500) {
            throw unreachable("Slack answered with status %d.".formatted(status));
        }
        if (status != 200) {
            throw new AppException(
                    ConnectionError.ANSWER_REFUSED,
                    "Slack takes the answer to this command no more (status %d).".formatted(status));
        }
    }

    private static String shown(String text) {
        return escaped(text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text);
    }

    /** The mail address of a member of the team itself: guests, programs and people of other teams could be anybody. */
    Optional<String> mailOf(Secret token, String team, String user) {
        return people.get(team + " " + user + " " + token.reveal().hashCode(), _ -> member(token, team, user));
    }

    private Optional<String> member(Secret token, String team, String user) {
        var answer = ask(
                HttpRequest.newBuilder(at("users.info", Map.of("user", user))).GET(), token);
        var person = answer.path("user");
        boolean member = answer.path("ok").asBoolean(false)
                && person.path("team_id").asString("").equals(team)
                && !person.path("deleted").asBoolean(false)
                && !person.path("is_bot").asBoolean(false)
                && !person.path("is_restricted").asBoolean(false)
                && !person.path("is_ultra_restricted").asBoolean(false)
                && !person.path("is_stranger").asBoolean(false);
        String mail =
                EmailAddress.normalise(person.path("profile").path("email").asString(""));
        return member && EmailAddress.valid(mail) ? Optional.of(mail) : Optional.empty();
    }

    private URI at(String method, Map<String, String> query) {
        String base = address.toString().replaceFirst("/+$", "") + "/" + method;
        return URI.create(query.isEmpty() ? base : base + "?" + encoded(query));
    }

    /** @throws AppException of kind UPSTREAM where another try may help; other refusals are answers */
    private JsonNode ask(HttpRequest.Builder request, Secret token) {
        try {
            var answer = send(request.header("Authorization", "Bearer " + token.reveal()), address.getHost());
            if (answer.statusCode() != 200) {
                throw unreachable("Slack answered with status %d.".formatted(answer.statusCode()));
            }
            var body = JSON.readTree(answer.body());
            String error = body.path("error").asString("");
            if (WORTH_ANOTHER_TRY.contains(error)) {
                throw unreachable("Slack said: " + error);
            }
            if (request.build().method().equals("POST") && !body.path("ok").asBoolean(false)) {
                throw new AppException(ConnectionError.ANSWER_REFUSED, "Slack said: " + error);
            }
            return body;
        } catch (JacksonException e) {
            throw unreachable("Slack could not be reached.");
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String host) {
        try {
            hosts.reachable(host);
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw unreachable("Slack could not be reached.");
        } catch (AppException e) {
            throw e.code() instanceof ConnectionError ? e : unreachable(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable("Slack could not be reached.");
        }
    }

    private static AppException unreachable(String sentence) {
        return new AppException(ConnectionError.SOURCE_UNREACHABLE, sentence);
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Nothing in a record can call people or channels. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
