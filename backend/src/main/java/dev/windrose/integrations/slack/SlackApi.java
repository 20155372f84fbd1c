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

/** The two methods of Slack's Web API that are used here. */
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
        fields.put("text", escaped(text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text));
        fields.put("unfurl_links", "false");
        ask(
                HttpRequest.newBuilder(at("chat.postMessage", Map.of()))
                        .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                        .POST(BodyPublishers.ofString(encoded(fields))),
                token);
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
            hosts.reachable(address.getHost());
            var answer = http.send(
                    request.timeout(PATIENCE)
                            .header("Authorization", "Bearer " + token.reveal())
                            .build(),
                    BodyHandlers.ofString());
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
        } catch (IOException | JacksonException e) {
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
