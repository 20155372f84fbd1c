package dev.windrose.records.search;

import static dev.windrose.records.search.SearchWorld.titles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.custom.SchemaWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@WindroseTest
class SearchTests {

    SearchWorld world;

    @BeforeEach
    void workspace() {
        world = SearchWorld.fresh();
    }

    @Test
    void findsWhatWasJustWritten() {
        world.create("company", Map.of("name", "Exelion Robotics"));
        assertThat(titles(world.typed("ex"))).containsExactly("Exelion Robotics");
        assertThat(titles(world.typed("robotics exel"))).containsExactly("Exelion Robotics");
    }

    @Test
    void followsChangesTheBinAndTheWayBack() {
        var id = world.create("company", Map.of("name", "Exelion Robotics"));
        world.records().update("company", id, Map.of("name", "Marlowe Freight"));
        assertThat(titles(world.full("exelion"))).isEmpty();
        assertThat(titles(world.full("marlowe"))).containsExactly("Marlowe Freight");

        var binned = world.records().apply(Cause.person(), DraftOperation.delete("company", id));
        assertThat(titles(world.full("marlowe"))).isEmpty();

        world.records().undo(binned);
        assertThat(titles(world.full("marlowe"))).containsExactly("Marlowe Freight");
    }

    @Test
    void keepsWorkspacesApart() {
        world.create("company", Map.of("name", "Exelion Robotics"));
        var other = SearchWorld.fresh();
        other.create("company", Map.of("name", "Exelion Dental"));
        assertThat(titles(world.settled().full("exelion"))).containsExactly("Exelion Robotics");
        assertThat(titles(other.full("exelion"))).containsExactly("Exelion Dental");
    }

    @Test
    void forgivesMisspellingsAndAccents() {
        world.create("company", Map.of("name", "Exelion Robotics"));
        world.create("company", Map.of("name", "Müller Zürcher Käsewerke"));
        assertThat(titles(world.full("exellion robtics"))).containsExactly("Exelion Robotics");
        assertThat(titles(world.typed("exlio"))).containsExactly("Exelion Robotics");
        for (String typed : List.of("muller", "mueller", "MÜLLER", "zurcher kase", "kaesewerke")) {
            assertThat(titles(world.typed(typed))).as(typed).containsExactly("Müller Zürcher Käsewerke");
        }
    }

    @Test
    void aShortFinishedWordFindsWhatBeginsWithItBeforeWhatIsLikeIt() {
        world.create("company", Map.of("name", "Time Brewing"));
        world.create("company", Map.of("name", "Tideline Logistics"));
        world.create("company", Map.of("name", "Tide Mill"));
        assertThat(titles(world.settled().full("tide"))).startsWith("Tide Mill", "Tideline Logistics");
    }

    @Test
    void findsNamesOfManyScripts() {
        for (String name :
                List.of("東京電力ホールディングス", "삼성전자", "Яндекс Маркет", "Ελληνικά Πετρέλαια", "บริษัท ปตท", "شركة الأهلي")) {
            world.create("company", Map.of("name", name));
        }
        assertThat(titles(world.typed("東京"))).containsExactly("東京電力ホールディングス");
        assertThat(titles(world.full("電力ホール"))).containsExactly("東京電力ホールディングス");
        assertThat(titles(world.full("전자"))).containsExactly("삼성전자");
        assertThat(titles(world.typed("янд"))).containsExactly("Яндекс Маркет");
        assertThat(titles(world.full("ΠΕΤΡΕΛΑΙΑ"))).containsExactly("Ελληνικά Πετρέλαια");
        assertThat(titles(world.typed("ปตท"))).containsExactly("บริษัท ปตท");
        assertThat(titles(world.full("الاهلي"))).containsExactly("شركة الأهلي");
    }

    @Test
    void findsPhonesMailsAndAddressesInAnySpelling() {
        world.create(
                "contact",
                Map.of(
                        "name",
                        "Mara Quill",
                        "email",
                        "mara.quill@sales.exelion.example",
                        "phone",
                        "+49 (0)30 123 45 67"));
        world.create("company", Map.of("name", "Exelion", "website_url", "https://www.exelion.example/about"));
        for (String typed : List.of(
                "030 1234567",
                "+49301234567",
                "0049 30 123-4567",
                "1234567",
                "mara.quill@sales.exelion.example",
                "MARA.QUILL@",
                "mara quill",
                "@sales.exelion")) {
            assertThat(titles(world.full(typed, "contact"))).as(typed).containsExactly("Mara Quill");
        }
        for (String typed : List.of("exelion.example", "www.exelion.example", "https://exelion.example/jobs")) {
            assertThat(titles(world.full(typed, "company"))).as(typed).containsExactly("Exelion");
        }
    }

    @Test
    void showsWhereItMatches() {
        world.create(
                "note",
                Map.of(
                        "record_type", "company",
                        "record_id",
                                world.create("company", Map.of("name", "Exelion"))
                                        .toString(),
                        "body", "They asked for a quicker delivery of the blue pumps."));
        var hit = SearchWorld.hits(world.full("pump delivery")).toList().getFirst();
        assertThat(hit.type()).isEqualTo("note");
        assertThat(hit.highlights()).anySatisfy(mark -> {
            assertThat(mark.field()).isEqualTo("body");
            assertThat(mark.ranges().stream().map(range -> mark.text().substring(range.get(0), range.get(1))))
                    .containsExactly("delivery", "pump");
        });
    }

    @Test
    void putsTheBetterMatchFirst() {
        world.create("company", Map.of("name", "Holding of the Alder Group"));
        world.create("company", Map.of("name", "Alder"));
        world.create("company", Map.of("name", "Alderwick Foods"));
        assertThat(titles(world.typed("alder"))).startsWith("Alder").last().isNotEqualTo("Alder");
    }

    @Test
    void isBuiltAnewWhileItAnswers() {
        world.create("company", Map.of("name", "Exelion Robotics"));
        world.settled();
        var indexes = Workspaces.bean(SearchIndexes.class);
        var before = indexes.answering().orElseThrow();
        ActorScope.run(world.owner(), () -> Workspaces.bean(Reindex.class).start());
        world.create("company", Map.of("name", "Exelion Dental"));
        SearchWorld.eventually(() -> {
            assertThat(titles(world.full("exelion"))).contains("Exelion Robotics");
            return indexes.answering().orElseThrow() != before;
        });
        assertThat(titles(world.full("exelion"))).containsExactlyInAnyOrder("Exelion Robotics", "Exelion Dental");
    }

    @Test
    void forgetsTheWordsOfARemovedField() {
        var field = SchemaWorld.define(world.records(), "company", "Nickname", "text", Map.of());
        world.create("company", Map.of("name", "Exelion", "c_nickname", "Quoxling"));
        assertThat(titles(world.full("quoxling"))).containsExactly("Exelion");
        world.records()
                .workspace()
                .http()
                .delete()
                .uri("/api/v1/schema/fields/" + field)
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        SearchWorld.eventually(() -> titles(world.full("quoxling")).isEmpty());
        assertThat(titles(world.full("exelion"))).containsExactly("Exelion");
    }

    @Test
    void answersOverHttp() {
        world.create("company", Map.of("name", "Exelion Robotics"));
        world.settled();
        var http = world.records().workspace().http();
        http.get()
                .uri("/api/v1/search?q=exe")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.groups[0].type")
                .isEqualTo("company")
                .jsonPath("$.groups[0].hits[0].title")
                .isEqualTo("Exelion Robotics")
                .jsonPath("$.groups[0].hits[0].highlights[0].ranges[0][1]")
                .isEqualTo(3);
        http.post()
                .uri("/api/v1/search")
                .body(Map.of(
                        "q", "robotics",
                        "types", List.of("company"),
                        "filter", Map.of("field", "name", "op", "starts_with", "value", "Mar")))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.groups.length()")
                .isEqualTo(0);
        http.get().uri("/api/v1/search/status").exchange().expectStatus().isOk();
        world.records()
                .workspace()
                .httpAs(Role.MEMBER)
                .post()
                .uri("/api/v1/search/reindex")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void narrowsASearchByAFilter() {
        world.create("company", Map.of("name", "Exelion Robotics", "country_hq", "DE"));
        world.create("company", Map.of("name", "Marlowe Robotics", "country_hq", "FR"));
        world.create("contact", Map.of("name", "Rob Robotics"));
        world.settled();
        var german = Map.of("field", "country_hq", "op", "is", "value", "DE");
        filtered(List.of("company"), german)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.groups.length()")
                .isEqualTo(1)
                .jsonPath("$.groups[0].total")
                .isEqualTo(1)
                .jsonPath("$.groups[0].hits[0].title")
                .isEqualTo("Exelion Robotics");
        filtered(
                        List.of("company"),
                        Map.of("or", List.of(german, Map.of("field", "name", "op", "contains", "value", "arlo"))))
                .expectBody()
                .jsonPath("$.groups[0].total")
                .isEqualTo(2);
        filtered(List.of("company", "contact"), german)
                .expectStatus()
                .is4xxClientError()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("types");
        filtered(List.of("company"), Map.of("field", "no_such", "op", "is", "value", "DE"))
                .expectStatus()
                .is4xxClientError();
    }

    private RestTestClient.ResponseSpec filtered(List<String> types, Map<String, ?> filter) {
        return world.records()
                .workspace()
                .http()
                .post()
                .uri("/api/v1/search")
                .body(Map.of("q", "robotics", "types", types, "filter", filter))
                .exchange();
    }
}
