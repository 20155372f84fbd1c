package dev.windrose.context.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.records.access.AccessLevel;
import dev.windrose.records.access.AccessRule;
import dev.windrose.records.access.AccessRules;
import dev.windrose.records.access.FieldMask;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@WindroseTest
class RetrieveTests {

    RetrievalWorld world;

    @BeforeEach
    void workspace() {
        world = RetrievalWorld.fresh();
    }

    @Test
    void findsByWordsAndByMeaning() {
        var refund = world.note("Refunds", "Customers get their money back within thirty days of the purchase.");
        var parking = world.note("Parking", "Visitors park behind the warehouse.");
        var found = world.ask("How long can buyers be reimbursed?");
        assertThat(found.getFirst().source().id()).isEqualTo(refund);
        assertThat(found.getFirst().score().meaningRank()).isEqualTo(1);
        var words = world.ask("visitors warehouse").getFirst();
        assertThat(words.source().id()).isEqualTo(parking);
        assertThat(words.score().wordsRank()).isEqualTo(1);
        assertThat(words.highlights()).contains(List.of(0, 8));
        assertThat(words.text().substring(0, 8)).isEqualTo("Visitors");
        assertThat(words.heading()).isEqualTo("Parking");
    }

    @Test
    void findsWhatWasJustWrittenAndNotWhatIsGone() {
        world.note("First", "The quoxfarthing is green.");
        long begin = System.nanoTime();
        var id = world.note("Second", "The zanderplume is heavy.");
        var found = ActorScope.call(
                world.owner(), () -> Workspaces.bean(Retrieve.class).find(Question.of("zanderplume", 5)));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
        assertThat(found).extracting(passage -> passage.source().id()).contains(id);
        world.records().update("note", id, Map.of("body", "The wimbrel is heavy."));
        assertThat(world.found("zanderplume heavy")).contains(id);
        assertThat(world.ask("wimbrel").getFirst().text()).contains("wimbrel");
        world.records().apply(Cause.person(), DraftOperation.delete("note", id));
        assertThat(world.found("wimbrel heavy")).doesNotContain(id);
    }

    @Test
    void keepsVectorsOfChunksThatDoNotChange() {
        String same = "# Prices\nThe small plan costs ten.\n\n# Support\nWe answer within an hour.";
        var id = world.note("Guide", same);
        world.settled();
        var before = chunks("note", id);
        world.records().update("note", id, Map.of("body", same.replace("ten", "twelve")));
        world.settled();
        var after = chunks("note", id);
        assertThat(after).hasSize(2);
        assertThat(after.get(1).id()).isEqualTo(before.get(1).id());
        assertThat(after.get(1).vector()).containsExactly(before.get(1).vector());
        assertThat(after.get(0).id()).isNotEqualTo(before.get(0).id());
        assertThat(after.get(0).heading()).isEqualTo("Guide > Prices");
    }

    private List<Chunk> chunks(String type, UUID id) {
        return world.records().in(() -> Workspaces.bean(TransactionTemplate.class)
                .execute(_ -> Workspaces.bean(ChunkStore.class).ofSources(type, List.of(id))));
    }

    /** Two hundred better passages that the person does not see take no place of those it does. */
    @Test
    void fillsThePageFromWhatThePersonSees() {
        Actor mara = world.records().workspace().person("Mara Lind", Role.MEMBER);
        world.records().in(() -> {
            Workspaces.bean(AccessRules.class)
                    .replaceRules(List.of(
                            new AccessRule("note", Role.MEMBER, AccessLevel.PRIVATE, AccessLevel.PRIVATE),
                            new AccessRule("interaction", Role.MEMBER, AccessLevel.PRIVATE, AccessLevel.PRIVATE)));
            return null;
        });
        world.records()
                .apply(
                        Cause.person(),
                        IntStream.range(0, 200)
                                .mapToObj(i -> DraftOperation.create(
                                        "interaction",
                                        Map.of(
                                                "interaction_type",
                                                "call",
                                                "company_id",
                                                company(),
                                                "subject",
                                                "Refund",
                                                "body",
                                                "The refund limit was discussed, refund limit %d.".formatted(i))))
                                .toArray(DraftOperation[]::new));
        var own = new HashSet<UUID>();
        for (int i = 0; i < 6; i++) {
            own.add(world.create(
                    "interaction",
                    Map.of(
                            "interaction_type",
                            "call",
                            "company_id",
                            company(),
                            "subject",
                            "Call %d".formatted(i),
                            "body",
                            "We spoke of many things, among them money that goes back and the limit of it, %d."
                                    .formatted(i),
                            "owner_id",
                            Objects.requireNonNull(mara.person()).value())));
        }
        var seen = world.ask(mara, Question.of("refund limit", 5));
        assertThat(seen)
                .hasSize(5)
                .allMatch(passage -> own.contains(passage.source().id()));
        assertThat(world.ask(world.owner(), Question.of("refund limit", 5)))
                .hasSize(5)
                .noneMatch(passage -> own.contains(passage.source().id()));
    }

    @Test
    void doesNotLookIntoHiddenFields() {
        Actor mara = world.records().workspace().person("Mara Lind", Role.MEMBER);
        world.call("Visit", "The quoxfarthing is late.");
        world.records().in(() -> {
            Workspaces.bean(AccessRules.class)
                    .replaceMasks(List.of(new FieldMask("interaction", "body", Set.of(Role.MEMBER))));
            return null;
        });
        assertThat(world.ask(mara, Question.of("quoxfarthing", 5))).isEmpty();
        assertThat(world.ask("quoxfarthing")).hasSize(1);
    }

    @Test
    void showsNothingOfOtherWorkspacesAndNothingInternalToOutsiders() {
        world.note("Secret", "The quoxfarthing is ours.");
        assertThat(world.ask(world.owner(), Question.of("quoxfarthing", 5).fromOutside()))
                .isEmpty();
        assertThat(RetrievalWorld.fresh().ask("quoxfarthing")).isEmpty();
    }

    @Test
    void isFilledAnewFromTheDatabase() {
        var id = world.note("Harbour", "The lighthouse keeper pays monthly.");
        world.settled();
        var vector = chunks("note", id).getFirst().vector();
        Workspaces.bean(ChunkIndexes.class)
                .answering()
                .orElseThrow()
                .removeChunks(List.of(chunks("note", id).getFirst().id()));
        Workspaces.bean(ChunkIndexes.class).answering().orElseThrow().refresh();
        assertThat(world.found("lighthouse keeper")).isEmpty();
        Workspaces.bean(KeepChunks.class).rebuild();
        // All workspaces of the tests before are read again.
        RetrievalWorld.within(
                Duration.ofMinutes(5), () -> !Workspaces.bean(KeepChunks.class).rebuilding());
        assertThat(world.found("lighthouse keeper")).containsExactly(id);
        assertThat(chunks("note", id).getFirst().vector()).containsExactly(vector);
    }

    @Test
    void refusesQuestionsThatAreTooLong() {
        assertThatThrownBy(() -> world.ask("x".repeat(3_000))).hasMessageContaining("2,000");
        assertThatThrownBy(() -> world.ask(world.owner(), Question.of("x", 51))).hasMessageContaining("50");
        assertThat(world.ask("  ")).isEmpty();
    }

    @Test
    void answersOverHttp() {
        world.note("Refunds", "Customers get their money back within thirty days.");
        world.settled();
        var body = world.records()
                .workspace()
                .http()
                .post()
                .uri("/api/v1/context/search")
                .body(Map.of("text", "money back", "limit", 3))
                .exchange()
                .returnResult(String.class)
                .getResponseBody();
        assertThat(body).contains("thirty days").contains("\"words_rank\":1").contains("\"type\":\"note\"");
    }

    private UUID company() {
        return world.create("company", Map.of("name", "Alder Foods"));
    }
}
