package dev.windrose.context.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WindroseTest
class AnswerFromContextTests {

    RetrievalWorld world;
    Actor mara;

    @BeforeEach
    void workspace() {
        world = RetrievalWorld.fresh();
        mara = world.records().workspace().person("Mara Lind", Role.MEMBER);
    }

    @Test
    void quotesTheEntryWordByWord() {
        String body = "Meters may be returned within 60 days. The refund is the price paid less 8 % for inspection.";
        var id = entry("Refunds and returns", body, Map.of());
        entry("Visual identity", "The mark stands in blue on white.", Map.of());
        var answer = ask(mara, "Within how many days may meters be returned?").orElseThrow();
        assertThat(answer.sources()).hasSize(1);
        var source = answer.sources().getFirst();
        assertThat(source.entry().id()).isEqualTo(id);
        assertThat(source.version())
                .isEqualTo(world.records().get("context_entry", id).version());
        assertThat(body).contains(source.quote());
        assertThat(answer.text()).isEqualTo(source.quote()).contains("60 days");
        assertThat(source.sensitivity()).isEqualTo("internal");
        assertThat(source.why().getFirst())
                .startsWith("It has words of the question:")
                .contains("returned");
    }

    @Test
    void saysNothingWhereNothingFits() {
        entry("Refunds and returns", "Meters may be returned within 60 days.", Map.of());
        assertThat(ask(mara, "Who painted the portrait in the canteen?")).isEmpty();
        assertThat(ask(mara, " ")).isEmpty();
    }

    @Test
    void quotesOnlyWhatIsLiveAndMayBeRead() {
        entry("Margin of resellers", "Resellers get a margin of 22 percent.", Map.of("sensitivity", "confidential"));
        entry("Parking for visitors", "Visitors park behind the warehouse.", Map.of("status", "draft"));
        String margin = "Which margin do resellers get?";
        assertThat(ask(world.owner(), margin)).isPresent();
        assertThat(ask(mara, margin)).isEmpty();
        assertThat(ask(world.owner(), "Where do visitors park?")).isEmpty();
        var drafts = new Question("Where do visitors park?", 5, List.of(), null, null, null, List.of(), false, true);
        assertThat(world.ask(world.owner(), drafts)).hasSize(2);
    }

    @Test
    void findsNodesByTheTitlesAboveThem() {
        var tree = world.create("message_tree", Map.of("headline", "Know every litre"));
        var above = node("problem", "Know every litre of the quoxfarthing plant", Map.of("tree_id", tree));
        var below = node("change", "No pipe is cut", Map.of("parent_id", above));
        var found = world.ask("quoxfarthing pipe cut");
        assertThat(found.getFirst().source().id()).isEqualTo(below);
        assertThat(found.getFirst().heading()).contains("Know every litre of the quoxfarthing plant");
        world.records().update("context_entry", above, Map.of("title", "Know every litre of the zanderplume plant"));
        assertThat(world.ask("zanderplume pipe cut").getFirst().heading()).contains("zanderplume");
        assertThat(world.ask("zanderplume pipe cut").getFirst().source().id()).isEqualTo(below);
    }

    @Test
    void keepsNoSentencesOfWhatIsGone() {
        var id = entry("Refunds and returns", "Meters may be returned within 60 days. The box stays here.", Map.of());
        world.settled();
        assertThat(sentences()).isEqualTo(1);
        world.records().apply(Cause.person(), DraftOperation.delete("context_entry", id));
        world.settled();
        assertThat(sentences()).isZero();
    }

    private long sentences() {
        return world.records()
                .in(() -> Workspaces.bean(TransactionTemplate.class).execute(_ -> Workspaces.bean(JdbcClient.class)
                        .sql("select count(*) from context_chunk_sentences s where s.tenant_id = :tenant")
                        .param("tenant", world.owner().tenant().value())
                        .query(Long.class)
                        .single()));
    }

    private UUID entry(String title, String body, Map<String, Object> others) {
        var fields = new LinkedHashMap<String, Object>(
                Map.of("title", title, "body", body, "category", "best_practice", "kind", "faq", "status", "live"));
        fields.putAll(others);
        return world.create("context_entry", fields);
    }

    private UUID node(String kind, String title, Map<String, Object> others) {
        var fields = new LinkedHashMap<String, Object>(
                Map.of("title", title, "category", "message_tree", "kind", kind, "status", "live"));
        fields.putAll(others);
        return world.create("context_entry", fields);
    }

    private Optional<ContextAnswer> ask(Actor actor, String question) {
        world.settled();
        return ActorScope.call(
                actor, () -> Workspaces.bean(AnswerFromContext.class).of(question));
    }
}
