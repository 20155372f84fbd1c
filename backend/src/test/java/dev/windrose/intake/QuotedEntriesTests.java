package dev.windrose.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.windrose.context.amend.AmendEntries;
import dev.windrose.context.retrieval.AnswerFromContext;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** One confidential entry hides the conversations and inputs that quote or touch it, and no others. */
@WindroseTest
class QuotedEntriesTests {

    private static final String QUESTION = "Which margin do resellers get?";
    private static final String CHANGE = "Resellers buy at 25 % below list from now on.";
    private static final String PLAIN = "Called Quarrow Mills today.";

    @Autowired
    Intake intake;

    @Autowired
    IntakeStore store;

    @Autowired
    Records records;

    @Autowired
    AnswerFromContext answers;

    @Autowired
    AmendEntries amend;

    @Autowired
    TransactionTemplate transactions;

    private RecordWorld world;
    private Actor mara;
    private UUID margin;

    @BeforeEach
    void workspace() {
        world = RecordWorld.fresh();
        mara = world.workspace().person("Mara Lind", Role.MEMBER);
        world.create("company", Map.of("name", "Quarrow Mills"));
        margin = world.create(
                "context_entry",
                Map.of(
                        "title", "Margin of resellers",
                        "category", "policy",
                        "kind", "price",
                        "status", "live",
                        "sensitivity", "confidential",
                        "details", Map.of("clause", "Resellers get a margin. Resellers buy at 22 % below list.")));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ActorScope.call(
                                world.actor(), () -> answers.of(QUESTION).isPresent())
                        && ActorScope.call(
                                world.actor(), () -> amend.look(CHANGE).contains(margin)));
    }

    @Test
    void hidesConversationsThatQuoteIt() {
        var quoting = thread();
        say(quoting, QUESTION);
        var plain = thread();
        say(plain, PLAIN);
        assertThat(get(world.actor(), "/api/v1/threads")).contains(quoting, plain);
        assertThat(get(mara, "/api/v1/threads")).contains(plain).doesNotContain(quoting, QUESTION);
        assertThat(status(mara, "/api/v1/threads/" + plain)).isEqualTo(200);
        assertThat(status(mara, "/api/v1/threads/" + quoting)).isEqualTo(404);

        world.update("context_entry", margin, Map.of("sensitivity", "internal"));
        assertThat(get(mara, "/api/v1/threads/" + quoting)).contains("22 %");
    }

    @Test
    void hidesConversationsAboutIt() {
        var about = JsonMapper.shared()
                .readTree(post(
                        world.actor(),
                        "/api/v1/threads",
                        "{\"title\":\"On margins\",\"record\":{\"type\":\"context_entry\",\"id\":\"%s\"}}"
                                .formatted(margin)))
                .get("id")
                .asString();
        assertThat(get(mara, "/api/v1/threads")).doesNotContain(about);
    }

    @Test
    void hidesInputsThatTouchIt() {
        take(CHANGE);
        take(PLAIN);
        assertThat(inputs(world.actor())).contains(CHANGE, PLAIN);
        assertThat(inputs(mara)).contains(PLAIN).doesNotContain(CHANGE, "22 %");
        assertThat(get(mara, "/api/v1/user_prompt_logs")).contains(PLAIN).doesNotContain(CHANGE);
        assertThat(get(mara, "/api/v1/change-sets")).doesNotContain("Resellers");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> get(world.actor(), "/api/v1/search?q=resellers").contains("25 %"));
        assertThat(get(mara, "/api/v1/search?q=resellers")).doesNotContain("25 %", "22 %", "Margin of resellers");
    }

    @Test
    void goesOnWithNothingThatIsHidden() {
        var thread = UUID.fromString(thread());
        ActorScope.call(world.actor(), () -> intake.take(Incoming.chat(CHANGE, thread, "one")));
        assertThat(last(world.actor(), thread)).isTrue();
        assertThat(last(mara, thread)).isFalse();
    }

    @Test
    void leavesOnesOwnWords() {
        var decision = ActorScope.call(mara, () -> intake.take(Incoming.chat(CHANGE, null, "two")));
        assertThat(decision.toString()).doesNotContain("22 %");
        assertThat(inputs(mara)).contains(CHANGE);
    }

    private boolean last(Actor actor, UUID thread) {
        return ActorScope.call(
                actor, () -> transactions.execute(_ -> store.last(thread)).isPresent());
    }

    private void take(String text) {
        ActorScope.call(world.actor(), () -> intake.take(Incoming.chat(text, null, text)));
    }

    private List<String> inputs(Actor actor) {
        return ActorScope.call(actor, () -> records.query(RecordQuery.of("user_prompt_log"))).stream()
                .map(input -> String.valueOf(input.text("excerpt")))
                .toList();
    }

    private String thread() {
        return JsonMapper.shared()
                .readTree(post(world.actor(), "/api/v1/threads", "{\"title\":null}"))
                .get("id")
                .asString();
    }

    private void say(String thread, String text) {
        assertThat(post(
                        world.actor(),
                        "/api/v1/threads/%s/messages".formatted(thread),
                        "{\"text\":\"%s\",\"idempotency_key\":\"one\"}".formatted(text)))
                .contains("event:done");
    }

    private String post(Actor actor, String path, String body) {
        return String.valueOf(world.workspace()
                .httpOf(actor)
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .returnResult(String.class)
                .getResponseBody());
    }

    private String get(Actor actor, String path) {
        return String.valueOf(world.workspace()
                .httpOf(actor)
                .get()
                .uri(path)
                .exchange()
                .returnResult(String.class)
                .getResponseBody());
    }

    private int status(Actor actor, String path) {
        return world.workspace()
                .httpOf(actor)
                .get()
                .uri(path)
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }
}
