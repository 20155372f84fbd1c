package dev.windrose.integrations.slack;

import static dev.windrose.testing.TestDatabase.SLACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.integrations.Connection;
import dev.windrose.integrations.ConnectionError;
import dev.windrose.integrations.ConnectorContract;
import dev.windrose.integrations.IntegrationSettings;
import dev.windrose.integrations.MessageState;
import dev.windrose.integrations.RawMessage;
import dev.windrose.integrations.ReceivedMessage;
import dev.windrose.platform.Role;
import dev.windrose.platform.credentials.Secret;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.jobs.Jobs;
import dev.windrose.platform.outside.OutsideHosts;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class SlackConnectorTests extends ConnectorContract {

    @Autowired
    OutsideHosts hosts;

    @Autowired
    Jobs jobs;

    @BeforeEach
    void freshSlack() {
        SLACK.forget();
    }

    private static final String SECRET = "f0e1d2c3b4a5968778695a4b3c2d1e0f";

    @Override
    protected String kind() {
        return "slack";
    }

    @Override
    protected Map<String, Object> settings() {
        return Map.of("people", Map.of("U111AAA", workspace.email()));
    }

    @Override
    protected String secretValue() {
        return SECRET;
    }

    @Override
    protected List<RawMessage> samples() {
        return IntStream.range(0, 3)
                .mapToObj(at -> new RawMessage(
                        "C1 17000" + at,
                        Instant.now(),
                        "application/json",
                        "{\"user\":\"U9\",\"text\":\"Number %d\"}".formatted(at).getBytes(StandardCharsets.UTF_8),
                        RawMessage.WAITED_FOR))
                .toList();
    }

    @Test
    void signsAsThePublishedExampleDoes() {
        byte[] body = ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                        + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url="
                        + "https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
                .getBytes(StandardCharsets.US_ASCII);
        assertThat(SlackSignature.sign(Secret.of("8f742231b10e8888abcd99yyyzzz85a5"), "1531420618", body))
                .isEqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
    }

    @Test
    void anEmployeesWordCountsOnceAlsoWhenSlackSendsItTwice() throws Exception {
        var id = connect(Map.of());
        assertThat(body(send(id, "{\"type\":\"url_verification\",\"challenge\":\"abc\"}", now()))
                        .path("challenge")
                        .asString())
                .isEqualTo("abc");
        String said =
                "{\"type\":\"event_callback\",\"event\":{\"type\":\"%s\",\"channel_type\":\"channel\",\"channel\":\"C1\",\"user\":\"U111AAA\",\"ts\":\"1763900000.000200\","
                        + "\"text\":\"<@U777BOT> Called Quarrow Mills &amp; sons, see <https://x.example|their page>\"}}";
        send(id, said.formatted("message"), now()).expectStatus().isOk();
        send(id, said.formatted("app_mention"), now()).expectStatus().isOk();
        send(
                        id,
                        "{\"type\":\"event_callback\",\"event\":{\"type\":\"message\",\"channel_type\":\"channel\",\"bot_id\":\"B1\",\"text\":\"Beep\"}}",
                        now())
                .expectStatus()
                .isOk();
        var lines = awaitDecided(2);
        assertThat(lines).hasSize(2);
        var program = lines.getFirst();
        assertThat(program.state()).isEqualTo(MessageState.EXCLUDED);
        assertThat(program.detail()).isEqualTo("A program wrote it in Slack, not a person.");
        var line = lines.getLast();
        assertThat(line.state()).isEqualTo(MessageState.STORED);
        assertThat(line.body()).isEqualTo("Called Quarrow Mills & sons, see their page");
        var log = body(workspace
                .http()
                .get()
                .uri("/api/v1/user_prompt_logs/" + line.promptLog())
                .exchange());
        assertThat(log.path("employee_name").asString()).isEqualTo("Olive Owner");
    }

    @Test
    void whatPeopleWriteIsTakenAndTheRestHasALineWithItsReason() throws Exception {
        var id = connect(Map.of());
        String written = "\"user\":\"U111AAA\",\"text\":\"Called Quarrow Mills today.\"";
        say(id, "file_share", ".1", written + ",\"files\":[{\"name\":\"plan.pdf\"},{\"title\":\"Notes\"}]");
        say(id, "thread_broadcast", ".2", written);
        say(id, "me_message", ".3", written);
        say(id, "channel_join", ".4", written);
        String now =
                "\"message\":{\"user\":\"U111AAA\",\"text\":\"Called Harbour Works.\"},\"previous_message\":{\"text\":\"%s\"}";
        say(id, "message_changed", ".5", now.formatted("Called them."));
        say(id, "message_changed", ".6", now.formatted("Called Harbour Works."));
        say(id, "file_share", ".7", "\"user\":\"U111AAA\",\"text\":\"\",\"files\":[{\"name\":\"plan.pdf\"}]");
        var lines = awaitDecided(7);
        assertThat(lines).hasSize(7);
        var stored = lines.stream()
                .filter(line -> line.state() == MessageState.STORED)
                .toList();
        assertThat(stored).hasSize(3).allMatch(line -> line.promptLog() != null);
        assertThat(stored)
                .extracting(ReceivedMessage::detail)
                .containsExactlyInAnyOrder("Files stay in Slack and were not read: plan.pdf, Notes.", null, null);
        assertThat(lines)
                .filteredOn(line -> line.state() == MessageState.EXCLUDED)
                .extracting(ReceivedMessage::reason)
                .containsExactlyInAnyOrder("notice", "notice", "notice", "empty");
        assertThat(lines)
                .extracting(ReceivedMessage::detail)
                .anyMatch(why -> why != null && why.contains("Somebody changed a message"));
        assertThat(as(() -> health.of(id, 90)).addsUp()).isTrue();
    }

    private void say(UUID id, String subtype, String time, String more) {
        String event =
                "{\"type\":\"event_callback\",\"event\":{\"type\":\"message\",\"subtype\":\"%s\",\"channel_type\":\"channel\",\"channel\":\"C1\",\"ts\":\"%s\",%s}}"
                        .formatted(subtype, now() + time, more);
        send(id, event, now()).expectStatus().isOk();
    }

    @Test
    void aCommandIsAnsweredAndAnOldOrForgedRequestRefused() throws Exception {
        var id = connect(Map.of());
        String form = "command=%2Fnote&user_id=U111AAA&text=Met+Quarrow+Mills+today&trigger_id=1.2.3";
        var answer = send(id, form, now(), MediaType.APPLICATION_FORM_URLENCODED);
        assertThat(body(answer).path("response_type").asString()).isEqualTo("ephemeral");
        awaitDecided(1);
        send(id, "{}", now() - 400).expectStatus().isUnauthorized();
        workspace
                .anonymous()
                .post()
                .uri(inbound(id))
                .contentType(MediaType.APPLICATION_JSON)
                .header("X-Slack-Request-Timestamp", String.valueOf(now()))
                .header("X-Slack-Signature", "v0=00")
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void saysWhoWroteAndAnswersIntoTheThreadAsSlacksSpecificationSays() {
        SLACK.mail = workspace.email();
        var source = (SlackConnector) connector();
        var token = Secret.of("xoxb-1-lantern");
        var raw = said("W012A3CDE", "T012AB3C4");
        var parsed = source.identified(any(), token, raw, source.read(raw));
        assertThat(parsed.participants()).containsExactly(workspace.email());
        var stranger = said("W012A3CDE", "T999");
        assertThat(source.identified(any(), token, stranger, source.read(stranger))
                        .sender())
                .isNull();
        assertThat(source.wantsAnswer(raw)).isTrue();
        SLACK.failures = 1;
        assertThatThrownBy(() -> source.answer(token, raw, "Later"))
                .extracting(e -> ((AppException) e).code())
                .isEqualTo(ConnectionError.SOURCE_UNREACHABLE);
        source.answer(token, raw, "Noted: <!channel> & one change.");
        assertThat(SLACK.refused).isEmpty();
        assertThat(SLACK.posted).hasSize(1);
        assertThat(SLACK.posted.getFirst())
                .containsEntry("channel", "C1")
                .containsEntry("thread_ts", "17.1")
                .containsEntry("text", "Noted: &lt;!channel&gt; &amp; one change.");
    }

    @Test
    void theAnswerComesIntoTheThreadAlsoWhenSlackIsBusyAtFirst() throws Exception {
        var id = connect(Map.of());
        var set = body(workspace
                .http()
                .put()
                .uri("/api/v1/connections/" + id + "/answer-token")
                .body(Map.of("token", "xoxb-2-harbour-7788"))
                .exchange());
        assertThat(set.path("last_four").asString()).isEqualTo("7788");
        assertThat(set.toString()).doesNotContain("harbour");
        SLACK.failures = 1;
        said(id, "channel", "1763900000.000300", "Create a company called Quarrow Mills.");
        assertThat(awaitDecided(1).getFirst().state()).isEqualTo(MessageState.STORED);
        await(() -> !SLACK.posted.isEmpty());
        assertThat(SLACK.refused).isEmpty();
        assertThat(SLACK.posted).hasSize(1);
        assertThat(SLACK.posted.getFirst())
                .containsEntry("channel", "C1")
                .containsEntry("thread_ts", "1763900000.000300")
                .extractingByKey("text")
                .asString()
                .startsWith("Noted: ");
        assertThat(as(() -> messages.list(id, null, null, 1)).getFirst().detail())
                .startsWith("The answer was not sent:");
        assertThat(as(() -> jobs.ofType("source_answer", 5)))
                .singleElement()
                .satisfies(job -> assertThat(job.failures()).isOne());
    }

    @Test
    void whatBecameOfACommandIsToldToWhoGaveItWithoutAnyToken() throws Exception {
        var id = connect(Map.of());
        String back = URLEncoder.encode(SLACK.address() + "/commands/T1/2/abc", StandardCharsets.UTF_8);
        String form =
                "command=%2Fnote&user_id=U111AAA&text=Create+a+company+called+Quarrow+Mills.&trigger_id=4.5.6&response_url=";
        SLACK.failures = 1;
        assertThat(body(send(id, form + back, now(), MediaType.APPLICATION_FORM_URLENCODED))
                        .path("text")
                        .asString())
                .contains("follows here");
        awaitDecided(1);
        await(() -> !SLACK.responded.isEmpty());
        assertThat(SLACK.refused).isEmpty();
        assertThat(SLACK.responded).hasSize(1);
        assertThat(SLACK.responded.getFirst().path("response_type").asString()).isEqualTo("ephemeral");
        assertThat(SLACK.responded.getFirst().path("text").asString()).startsWith("Noted: ");
        String elsewhere = URLEncoder.encode("http://169.254.169.254/commands/x", StandardCharsets.UTF_8);
        assertThat(body(send(
                                id,
                                form.replace("4.5.6", "7.8.9") + elsewhere,
                                now(),
                                MediaType.APPLICATION_FORM_URLENCODED))
                        .path("text")
                        .asString())
                .isEqualTo("Taken.");
        awaitDecided(2);
        assertThat(as(() -> jobs.ofType("source_answer", 5))).hasSize(1);
    }

    @Test
    void onlySlackItselfIsToldWhatBecameOfACommand() {
        var api = new SlackApi(
                new IntegrationSettings(
                        Duration.ofMinutes(1), 10, URI.create("https://slack.com/api"), 0, "localhost", "", ""),
                hosts);
        assertThat(api.responseAddress("https://hooks.slack.com/commands/T1/2/abc"))
                .isPresent();
        assertThat(List.of(
                        "http://hooks.slack.com/commands/T1/2/abc",
                        "https://hooks.slack.com:8443/commands",
                        "https://slack.com@evil.example/commands",
                        "https://me@hooks.slack.com/commands",
                        "https://evilslack.com/commands",
                        "https://hooks.slack.com.evil.example/commands",
                        "https://127.0.0.1/commands",
                        "file:///etc/passwd",
                        "not an address",
                        ""))
                .allMatch(address -> api.responseAddress(address).isEmpty());
        assertThatThrownBy(() -> api.respond("https://evil.example/x", "Noted"))
                .extracting(e -> ((AppException) e).code())
                .isEqualTo(ConnectionError.ANSWER_REFUSED);
    }

    @Test
    void whatIsNotSaidInAnOpenChannelIsForThoseWhoTookPart() throws Exception {
        var pia = workspace.person("Pia Pilot", Role.MEMBER);
        var id = connect(Map.of());
        said(id, "im", ".1", "Between us: called Quarrow Mills.");
        said(id, "group", ".2", "Only for this circle.");
        said(id, "channel", ".3", "For all: called Harbour Works.");
        var lines = awaitDecided(3);
        assertThat(lines).as("who wrote them sees all").hasSize(3);
        assertThat(lines)
                .filteredOn(line -> line.shared())
                .extracting(ReceivedMessage::body)
                .containsExactly("For all: called Harbour Works.");
        assertThat(lines).filteredOn(line -> !line.shared()).allMatch(line -> line.promptLog() == null);
        assertThat(as(pia, () -> messages.list(null, null, null, 10)))
                .extracting(ReceivedMessage::body)
                .containsExactly("For all: called Harbour Works.");
        as(() -> messages.share(lines.getLast().id()));
        await(() -> as(pia, () -> messages.list(null, null, null, 10)).stream()
                        .filter(line -> line.promptLog() != null)
                        .count()
                == 2);
    }

    @Test
    void aMentionIsPrivateUntilTheMessageOfAnOpenChannelComes() throws Exception {
        var id = connect(Map.of());
        String mention =
                "{\"type\":\"event_callback\",\"event\":{\"type\":\"app_mention\",\"channel\":\"C1\",\"user\":\"U111AAA\","
                        + "\"ts\":\"2.1\",\"text\":\"<@U777BOT> Called Quarrow Mills.\"}}";
        send(id, mention, now()).expectStatus().isOk();
        var first = awaitDecided(1).getFirst();
        assertThat(first.shared()).isFalse();
        assertThat(first.promptLog()).isNull();
        said(id, "channel", "2.1", "<@U777BOT> Called Quarrow Mills.");
        await(() -> as(() -> messages.get(first.id())).promptLog() != null);
        assertThat(as(() -> messages.list(id, null, null, 10))).hasSize(1);
        assertThat(as(() -> messages.get(first.id())).shared()).isTrue();
    }

    @Test
    void aPrivateMessageOfSomebodyNobodyKnowsIsLeftOutWithItsReason() throws Exception {
        var id = connect(Map.of());
        String event =
                "{\"type\":\"event_callback\",\"event\":{\"type\":\"message\",\"channel_type\":\"im\",\"channel\":\"D1\","
                        + "\"user\":\"U999ZZZ\",\"ts\":\"%d.1\",\"text\":\"Called Quarrow Mills.\"}}".formatted(now());
        send(id, event, now()).expectStatus().isOk();
        await(() -> as(() -> health.of(id, 90)).days().stream()
                .anyMatch(day -> day.excluded().getOrDefault("writer_unknown", 0) == 1));
        assertThat(as(() -> health.of(id, 90)).addsUp()).isTrue();
    }

    private void said(UUID id, String where, String time, String text) {
        String event =
                "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"message\",\"channel_type\":\"%s\","
                        + "\"channel\":\"C1\",\"user\":\"U111AAA\",\"ts\":\"%s\",\"text\":\"%s\"}}";
        send(id, event.formatted(where, time, text), now()).expectStatus().isOk();
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(50);
        }
    }

    private Connection any() {
        return as(() -> connections.get(connect(Map.of())));
    }

    private static RawMessage said(String user, String team) {
        String kept = "{\"user\":\"%s\",\"team\":\"%s\",\"text\":\"Called Quarrow Mills.\",\"thread\":\"C1 17.1\"}";
        return new RawMessage(
                "C1 " + user + team,
                Instant.now(),
                "application/json",
                kept.formatted(user, team).getBytes(StandardCharsets.UTF_8),
                RawMessage.WAITED_FOR);
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private ResponseSpec send(UUID id, String body, long time) {
        return send(id, body, time, MediaType.APPLICATION_JSON);
    }

    private ResponseSpec send(UUID id, String text, long time, MediaType type) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return workspace
                .anonymous()
                .post()
                .uri(inbound(id))
                .contentType(type)
                .header("X-Slack-Request-Timestamp", String.valueOf(time))
                .header("X-Slack-Signature", SlackSignature.sign(Secret.of(SECRET), String.valueOf(time), body))
                .body(body)
                .exchange();
    }
}
