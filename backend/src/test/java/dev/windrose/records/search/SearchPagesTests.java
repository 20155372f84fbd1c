package dev.windrose.records.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.records.RecordData;
import dev.windrose.records.access.AccessLevel;
import dev.windrose.records.access.AccessRule;
import dev.windrose.records.access.AccessRules;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever sees little of what is found gets full pages of it all the same: compared with looking at each record. */
@WindroseTest
class SearchPagesTests {

    private static final List<String> WORDS = List.of("quoxling", "marlfish", "tarnwood");

    SearchWorld world;
    Actor mara;

    @BeforeEach
    void workspace() {
        world = SearchWorld.fresh();
        mara = world.records().workspace().person("Mara Lind", Role.MEMBER);
    }

    @Test
    void areFullForWhoeverSeesLittle() {
        var random = new Random(11);
        var seen = world.create(
                "company",
                Map.of(
                        "name",
                        "Seen",
                        "owner_id",
                        Objects.requireNonNull(mara.person()).value()));
        var hidden = world.create("company", Map.of("name", "Hidden"));
        for (int share : List.of(40, 3)) {
            var notes = new ArrayList<DraftOperation>();
            for (int i = 0; i < 400; i++) {
                var company = random.nextInt(share) == 0 ? seen : hidden;
                String body = "Asked for a %s, item %d".formatted(WORDS.get(random.nextInt(WORDS.size())), i);
                notes.add(DraftOperation.create(
                        "note", Map.of("record_type", "company", "record_id", company.toString(), "body", body)));
            }
            world.records().apply(Cause.person(), notes.toArray(DraftOperation[]::new));
        }
        world.records().in(() -> Workspaces.bean(AccessRules.class)
                .replaceRules(
                        List.of(new AccessRule("company", Role.MEMBER, AccessLevel.PRIVATE, AccessLevel.PRIVATE))));
        for (boolean typing : List.of(true, false)) {
            WORDS.forEach(word -> assertThat(paged(word, typing)).as(word).isEqualTo(plainly(word)));
        }
    }

    /** All pages, each of which but the last is full. */
    private Set<UUID> paged(String word, boolean typing) {
        var all = new ArrayList<UUID>();
        for (int page = 0; ; page++) {
            int offset = page * 7;
            var answer = world.as(mara, new SearchRequest(word, List.of("note"), Filter.ALL, 7, offset, typing));
            var hits = SearchWorld.hits(answer).map(SearchHit::id).toList();
            all.addAll(hits);
            if (hits.size() < 7) {
                assertThat(all).doesNotHaveDuplicates();
                return Set.copyOf(all);
            }
        }
    }

    private Set<UUID> plainly(String word) {
        return ActorScope.call(mara, () -> Workspaces.bean(Records.class)
                        .query(RecordQuery.of("note").limit(200)))
                .stream()
                .filter(note -> Objects.requireNonNull(note.text("body")).contains(word))
                .map(RecordData::id)
                .collect(Collectors.toSet());
    }
}
