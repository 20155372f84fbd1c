package dev.windrose.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.context.retrieval.AnswerFromContext;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** A question in the chat is answered from the context, as far as whoever asks may read it. */
@WindroseTest
class AskContextTests {

    private static final String QUESTION = "Within how many days may meters be returned?";
    private static final String BODY =
            "Meters may be returned within 60 days. The refund is the price paid less 8 % for inspection.";

    @Autowired
    AnswerFromContext answers;

    private RecordWorld world;
    private Actor mara;

    @BeforeEach
    void workspace() {
        world = RecordWorld.fresh();
        mara = world.workspace().person("Mara Lind", Role.MEMBER);
    }

    @Test
    void quotesTheEntryWithItsVersion() throws InterruptedException {
        var id = entry(Map.of());
        world.update("context_entry", id, Map.of("source", "Terms of sale"));
        await(mara);
        assertThat(ask(mara))
                .contains("event:answer", "Meters may be returned within 60 days.")
                .contains("\"id\":\"%s\"".formatted(id))
                .contains("\"version\":2");
    }

    @Test
    void tellsNoWordToWhomeverMayNotReadIt() throws InterruptedException {
        var id = entry(Map.of("sensitivity", "confidential"));
        await(world.actor());
        assertThat(ask(world.actor())).contains("within 60 days", id.toString());
        assertThat(ask(mara))
                .contains(AskContext.NOTHING)
                .doesNotContain("60 days", id.toString(), "Refunds and returns");
    }

    @Test
    void usesNothingThatHasExpired() throws InterruptedException {
        var old = entry(Map.of());
        await(mara);
        assertThat(ask(mara)).contains("60 days");
        world.update("context_entry", old, Map.of("effective_to", LocalDate.of(2020, 12, 31)));
        assertThat(ask(mara)).contains(AskContext.NOTHING).doesNotContain("60 days");
    }

    @Test
    void saysSoWhereThereIsNothing() {
        assertThat(ask(mara)).contains("event:answer", AskContext.NOTHING);
    }

    private UUID entry(Map<String, Object> others) {
        var fields = new LinkedHashMap<String, Object>(Map.of(
                "title", "Refunds and returns",
                "body", BODY,
                "category", "best_practice",
                "kind", "faq",
                "status", "live"));
        fields.putAll(others);
        return world.create("context_entry", fields);
    }

    /** Until the entry is found by its meaning. */
    private void await(Actor actor) throws InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (ActorScope.call(actor, () -> answers.of(QUESTION)).isEmpty() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
    }

    private String ask(Actor actor) {
        var thread = JsonMapper.shared()
                .readTree(send(actor, "/api/v1/threads", "{\"title\":null}"))
                .get("id")
                .asString();
        return send(
                actor,
                "/api/v1/threads/%s/messages".formatted(thread),
                "{\"text\":\"%s\",\"idempotency_key\":\"one\"}".formatted(QUESTION));
    }

    private String send(Actor actor, String path, String body) {
        return world.workspace()
                .httpOf(actor)
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .returnResult(String.class)
                .getResponseBody();
    }
}
