package dev.windrose.records.search;

import static dev.windrose.records.search.SearchWorld.titles;
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
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordIds;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class SearchAccessTests {

    SearchWorld world;
    Actor mara;

    @BeforeEach
    void workspace() {
        world = SearchWorld.fresh();
        mara = world.records().workspace().person("Mara Lind", Role.MEMBER);
    }

    @Test
    void neitherShowsNorCountsWhatIsNotSeen() {
        world.records()
                .apply(
                        Cause.person(),
                        IntStream.range(0, 150)
                                .mapToObj(i -> DraftOperation.create(
                                        "company", Map.of("name", "Exelion hidden %d".formatted(i))))
                                .toArray(DraftOperation[]::new));
        world.create(
                "company",
                Map.of(
                        "name",
                        "Exelion of Mara",
                        "owner_id",
                        Objects.requireNonNull(mara.person()).value()));
        rules(new AccessRule("company", Role.MEMBER, AccessLevel.PRIVATE, AccessLevel.PRIVATE));

        for (boolean typing : List.of(true, false)) {
            var answer = world.as(mara, new SearchRequest("exelion", List.of(), Filter.ALL, 5, 0, typing));
            assertThat(titles(answer)).containsExactly("Exelion of Mara");
            assertThat(answer.groups().getFirst().total()).isEqualTo(1);
            assertThat(answer.groups().getFirst().more()).isFalse();
        }
        assertThat(world.full("exelion").groups().getFirst().total()).isEqualTo(151);
        assertThat(world.full(mara, "hidden").groups()).isEmpty();
    }

    @Test
    void doesNotLookIntoHiddenFields() {
        world.create("company", Map.of("name", "Exelion", "description", "makes quoxfarthings of steel"));
        masks(new FieldMask("company", "description", Set.of(Role.MEMBER)));

        for (String typed : List.of("quoxfarthings", "quoxfar", "quoxfarthngs", "exelion steel")) {
            assertThat(world.full(mara, typed).groups()).as(typed).isEmpty();
            assertThat(world.full(typed).groups()).as(typed).hasSize(1);
        }
        var seen = world.full(mara, "exelion").groups().getFirst().hits().getFirst();
        assertThat(seen.highlights()).allMatch(mark -> mark.field().equals("name"));
        assertThatThrownBy(() -> find(mara, "description", "contains", "quox")).hasMessageContaining("hidden");
        assertThatThrownBy(() -> find(mara, "description", "matches", "quox")).hasMessageContaining("hidden");
    }

    @Test
    void filtersByWordsInsideOfTexts() {
        world.create("company", Map.of("name", "Süd Robotics Ltd", "description", "Builds\narms for the food trade"));
        world.create("company", Map.of("name", "Norden Optics"));
        var gone = world.create("company", Map.of("name", "Fernweh"));
        world.settled();
        assertThat(find(world.owner(), "name", "contains", "botic")).containsExactly("Süd Robotics Ltd");
        assertThat(find(world.owner(), "name", "contains", "ud rob")).containsExactly("Süd Robotics Ltd");
        assertThat(find(world.owner(), "name", "contains", "O")).hasSize(2);
        assertThat(find(world.owner(), "description", "contains", "ARMS for")).containsExactly("Süd Robotics Ltd");
        assertThat(find(world.owner(), "description", "contains", "builds arms"))
                .containsExactly("Süd Robotics Ltd");
        assertThat(find(world.owner(), "name", "contains", "%")).isEmpty();
        world.create("company", Map.of("name", "Zest A-Bc Works"));
        assertThat(find(world.owner(), "name", "contains", "a-bc")).containsExactly("Zest A-Bc Works");
        world.records().apply(Cause.person(), DraftOperation.delete("company", gone));
        assertThat(ActorScope.call(world.owner(), () -> Workspaces.bean(RecordIds.class)
                        .of(
                                "company",
                                Filter.of(Map.of("field", "name", "op", "contains", "value", "fern")),
                                true,
                                10)))
                .containsExactly(gone);
        assertThat(find(world.owner(), "name", "contains", "fern")).isEmpty();
        assertThat(find(world.owner(), "name", "matches", "robtics")).containsExactly("Süd Robotics Ltd");
        assertThat(find(world.owner(), "name", "matches", "norden opt")).containsExactly("Norden Optics");
    }

    private List<String> find(Actor actor, String field, String op, String value) {
        var filter = Filter.of(Map.of("field", field, "op", op, "value", value));
        return ActorScope.call(actor, () -> Workspaces.bean(Records.class)
                        .query(RecordQuery.of("company").where(filter)))
                .stream()
                .map(record -> record.title())
                .toList();
    }

    @Test
    void takesWordsOfTheSameMeaning() {
        world.create("contact", Map.of("name", "Mara Quill", "title", "Vice President Operations"));
        world.create("contact", Map.of("name", "Piet Horn", "title", "VP Sales"));
        assertThat(titles(world.full("vp", "contact"))).containsExactly("Piet Horn");
        var told = List.of(List.of("VP", "vice president"), List.of("Vice President", "vp"));
        var kept = ActorScope.call(
                world.owner(), () -> Workspaces.bean(SynonymWords.class).replace(told));
        assertThat(kept).containsExactly(List.of("VP", "vice president"));
        assertThat(titles(world.full("vp", "contact"))).containsExactlyInAnyOrder("Mara Quill", "Piet Horn");
        assertThat(titles(world.full("vice president sales", "contact"))).containsExactly("Piet Horn");
        var other = SearchWorld.fresh();
        other.create("contact", Map.of("name", "Ada Fern", "title", "Vice President"));
        assertThat(titles(other.full("vp", "contact"))).isEmpty();
    }

    @Test
    void putsWhatThePersonOpensFirst() {
        var ids = List.of(
                world.create("company", Map.of("name", "Alder Foods")),
                world.create("company", Map.of("name", "Alder Optics")),
                world.create("company", Map.of("name", "Alder Marine")));
        ActorScope.run(mara, () -> Workspaces.bean(OpenedRecords.class).opened("company", ids.get(1)));
        assertThat(titles(world.as(mara, SearchRequest.typed("alder", List.of(), 5))))
                .hasSize(3)
                .startsWith("Alder Optics");
        assertThat(titles(world.as(mara, SearchRequest.typed("", List.of(), 5))))
                .containsExactly("Alder Optics");
        assertThat(titles(world.typed(""))).isEmpty();
    }

    private void rules(AccessRule... rules) {
        world.records().in(() -> Workspaces.bean(AccessRules.class).replaceRules(List.of(rules)));
    }

    private void masks(FieldMask... masks) {
        world.records().in(() -> Workspaces.bean(AccessRules.class).replaceMasks(List.of(masks)));
    }
}
