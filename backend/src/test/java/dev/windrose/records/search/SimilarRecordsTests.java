package dev.windrose.records.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.error.AppException;
import dev.windrose.records.Descriptors;
import dev.windrose.records.RecordData;
import dev.windrose.records.access.AccessChecks;
import dev.windrose.records.access.AccessLevel;
import dev.windrose.records.access.AccessRule;
import dev.windrose.records.access.AccessRules;
import dev.windrose.records.query.Records;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WindroseTest
class SimilarRecordsTests {

    private static final String CANCELS =
            "The customer wants to cancel the contract because our prices are too high for them.";
    private static final String LIKE = "They think about ending the contract as it has become too expensive.";
    private static final String OTHER = "We spoke about the tomatoes in their glass houses for an hour.";

    @TempDir
    Path folder;

    @Test
    void findsCallsThatWentLikeThisOne() {
        var world = SearchWorld.fresh();
        try (var own = OwnIndex.start(folder)) {
            own.settled();
            var one = world.create("interaction", Map.of("interaction_type", "call", "body", CANCELS));
            var like = world.create("interaction", Map.of("interaction_type", "call", "body", LIKE));
            world.create("interaction", Map.of("interaction_type", "call", "body", OTHER));
            var similar = of(own);
            SearchWorld.eventually(() -> {
                own.meanings.commit();
                return !found(similar, world.owner(), "interaction", one).isEmpty();
            });
            assertThat(found(similar, world.owner(), "interaction", one))
                    .doesNotContain(one)
                    .first()
                    .isEqualTo(like);
        }
    }

    @Test
    void aLongTextIsFoundByEachOfItsParts() {
        var world = SearchWorld.fresh();
        var small = "We talked about the weather and the way to the office. ".repeat(28);
        try (var own = OwnIndex.start(folder)) {
            own.settled();
            var one = world.create("interaction", Map.of("interaction_type", "call", "body", CANCELS));
            var like = world.create("interaction", Map.of("interaction_type", "call", "body", small + LIKE));
            world.create("interaction", Map.of("interaction_type", "call", "body", small + OTHER));
            var similar = of(own);
            SearchWorld.eventually(() -> {
                own.meanings.commit();
                return found(similar, world.owner(), "interaction", one).contains(like);
            });
            assertThat(found(similar, world.owner(), "interaction", one)).hasSize(1);
            assertThat(found(similar, world.owner(), "interaction", like))
                    .as("by the parts that were kept")
                    .contains(one);
        }
    }

    @Test
    void whatWasReadIsKeptForTheNextStart() {
        var world = SearchWorld.fresh();
        var made = new ArrayList<UUID>();
        try (var own = OwnIndex.start(folder)) {
            own.settled();
            for (int i = 0; i < 12; i++) {
                made.add(world.create(
                        "interaction", Map.of("interaction_type", "call", "body", CANCELS + " Note " + i)));
            }
            var similar = of(own);
            SearchWorld.eventually(() -> {
                own.meanings.commit();
                return ActorScope.call(world.owner(), () -> similar.of("interaction", made.getFirst(), 20))
                                .similar()
                                .size()
                        == 11;
            });
        }
        try (var own = OwnIndex.start(folder)) {
            own.settled();
            assertThat(own.meanings.documents()).as("kept").isGreaterThanOrEqualTo(12);
        }
    }

    @Test
    void showsNothingThatIsNotSeen() {
        var world = SearchWorld.fresh();
        var mara = world.records().workspace().person("Mara Lind", Role.MEMBER);
        world.records().in(() -> Workspaces.bean(AccessRules.class)
                .replaceRules(
                        List.of(new AccessRule("company", Role.MEMBER, AccessLevel.PRIVATE, AccessLevel.PRIVATE))));
        var owner = Objects.requireNonNull(mara.person()).value();
        try (var own = OwnIndex.start(folder)) {
            own.settled();
            var hers = world.create("company", Map.of("name", "Exelion", "description", CANCELS, "owner_id", owner));
            var hidden = world.create("company", Map.of("name", "Marlowe", "description", LIKE));
            var similar = of(own);
            SearchWorld.eventually(() -> {
                own.meanings.commit();
                return found(similar, world.owner(), "company", hers).contains(hidden);
            });
            assertThat(found(similar, mara, "company", hers)).isEmpty();
            assertThatThrownBy(() -> found(similar, mara, "company", hidden)).isInstanceOf(AppException.class);
        }
    }

    @Test
    void keepsEntriesAboveTheClearanceAway() {
        var world = SearchWorld.fresh();
        var mara = world.records().workspace().person("Mara Lind", Role.MEMBER);
        try (var own = OwnIndex.start(folder)) {
            own.settled();
            var known = world.create("context_entry", entry(CANCELS, "internal"));
            var hidden = world.create("context_entry", entry(LIKE, "confidential"));
            var similar = of(own);
            SearchWorld.eventually(() -> {
                own.meanings.commit();
                return found(similar, world.owner(), "context_entry", known).contains(hidden);
            });
            assertThat(found(similar, mara, "context_entry", known)).isEmpty();
            assertThatThrownBy(() -> found(similar, mara, "context_entry", hidden))
                    .isInstanceOf(AppException.class);
        }
    }

    private static Map<String, Object> entry(String body, String sensitivity) {
        return Map.of(
                "category",
                "best_practice",
                "kind",
                "practice",
                "title",
                "What we hear",
                "body",
                body,
                "sensitivity",
                sensitivity);
    }

    private static SimilarRecords of(OwnIndex own) {
        return new SimilarRecords(
                own.meanings,
                Workspaces.bean(Descriptors.class),
                Workspaces.bean(Records.class),
                Workspaces.bean(AccessChecks.class));
    }

    private static List<UUID> found(SimilarRecords similar, Actor actor, String type, UUID id) {
        return ActorScope.call(actor, () -> similar.of(type, id, 5).similar()).stream()
                .map(SimilarRecords.Similar::record)
                .map(RecordData::id)
                .toList();
    }
}
