package dev.windrose.records.search;

import static dev.windrose.records.search.SearchWorld.titles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.crm.file.Pdfs;
import dev.windrose.platform.Actor;
import dev.windrose.platform.Role;
import dev.windrose.records.ExternalId;
import dev.windrose.records.access.AccessLevel;
import dev.windrose.records.access.AccessRule;
import dev.windrose.records.access.AccessRules;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;

@WindroseTest
class SearchLinksTests {

    SearchWorld world;
    UUID company;

    @BeforeEach
    void workspace() {
        world = SearchWorld.fresh();
        company = world.create("company", Map.of("name", "Exelion Robotics", "country_hq", "DE"));
    }

    @Test
    void findsRecordsByWhatTheyBelongTo() {
        world.create("contact", Map.of("name", "Greta Holm", "company_id", company));
        world.create("contact", Map.of("name", "Greta Pine"));
        assertThat(titles(world.typed("greta exel"))).containsExactly("Greta Holm");
        assertThat(titles(world.full("exelion"))).containsExactlyInAnyOrder("Exelion Robotics", "Greta Holm");
        assertThat(titles(world.typed("exelion"))).containsExactly("Exelion Robotics");
        var hit = SearchWorld.hits(world.full("greta exelion")).findFirst().orElseThrow();
        assertThat(hit.highlights()).anyMatch(mark -> mark.text().equals("Exelion Robotics"));
        assertThat(hit.via()).isEqualTo("text");
    }

    @Test
    void followsWhatLinkedRecordsAreCalled() {
        world.create("contact", Map.of("name", "Greta Holm", "company_id", company));
        world.records().update("company", company, Map.of("name", "Marlowe Freight"));
        assertThat(titles(world.full("greta exelion"))).isEmpty();
        assertThat(titles(world.full("greta marlowe"))).containsExactly("Greta Holm");
        world.records().apply(Cause.person(), DraftOperation.delete("company", company));
        assertThat(titles(world.full("greta marlowe"))).isEmpty();
    }

    @Test
    void tellsNobodyWhatHiddenRecordsAreCalled() {
        Actor mara = world.records().workspace().person("Mara Lind", Role.MEMBER);
        world.create("contact", Map.of("name", "Greta Holm", "company_id", company));
        assertThat(titles(world.full(mara, "greta exelion"))).containsExactly("Greta Holm");
        world.records().in(() -> Workspaces.bean(AccessRules.class)
                .replaceRules(
                        List.of(new AccessRule("company", Role.MEMBER, AccessLevel.PRIVATE, AccessLevel.PRIVATE))));
        assertThat(titles(world.full(mara, "greta"))).containsExactly("Greta Holm");
        assertThat(titles(world.full(mara, "greta exelion"))).isEmpty();
        assertThat(titles(world.full(mara, "exelion"))).isEmpty();
        assertThat(titles(world.full("greta exelion"))).containsExactly("Greta Holm");
    }

    @Test
    void findsByTitlesOfThoseLinkedRecordsThatAreSeen() {
        Actor mara = world.records().workspace().person("Mara Lind", Role.MEMBER);
        var own = world.create(
                "company",
                Map.of(
                        "name",
                        "Exelion Freight",
                        "owner_id",
                        Objects.requireNonNull(mara.person()).value()));
        world.create("contact", Map.of("name", "Greta Holm", "company_id", company));
        world.create("contact", Map.of("name", "Greta Pine", "company_id", own));
        world.create("contact", Map.of("name", "Exelion Ash", "company_id", company));
        world.records().in(() -> Workspaces.bean(AccessRules.class)
                .replaceRules(
                        List.of(new AccessRule("company", Role.MEMBER, AccessLevel.PRIVATE, AccessLevel.PRIVATE))));
        assertThat(titles(world.full(mara, "greta exelion"))).containsExactly("Greta Pine");
        assertThat(titles(world.full(mara, "greta robotics"))).isEmpty();
        assertThat(titles(world.full(mara, "greta freight"))).containsExactly("Greta Pine");
        var contacts = world.full(mara, "exelion", "contact").groups().getFirst();
        assertThat(contacts.hits()).extracting(SearchHit::title).containsExactly("Exelion Ash", "Greta Pine");
        assertThat(contacts.total()).isEqualTo(2);
        assertThat(contacts.hits().getLast().highlights())
                .anyMatch(mark -> mark.text().equals("Exelion Freight"));
        assertThat(titles(world.as(mara, SearchRequest.typed("greta exel", List.of(), 20))))
                .containsExactly("Greta Pine");
    }

    @Test
    void findsChoicesAndCountriesByTheirNames() {
        world.create("company", Map.of("name", "Marlowe Freight", "country_hq", "FR"));
        assertThat(titles(world.full("robotics germany"))).containsExactly("Exelion Robotics");
        world.create("interaction", Map.of("subject", "Quarterly talk", "interaction_type", "meeting"));
        assertThat(titles(world.full("quarterly meeting"))).containsExactly("Quarterly talk");
    }

    @Test
    void findsIdsOfOtherSystems() {
        world.records()
                .apply(
                        Cause.person(),
                        DraftOperation.update("company", company, Map.of("employee_size", 12))
                                .knownAs(List.of(new ExternalId("other-crm", "0015e00001AbCdE"))));
        assertThat(titles(world.full("0015e00001abcde"))).containsExactly("Exelion Robotics");
        assertThat(titles(world.typed("0015e00001a"))).containsExactly("Exelion Robotics");
    }

    @Test
    void findsFilesByTheWordsInThem() {
        upload("offer.csv", "article;price\nquoxling;12".getBytes(StandardCharsets.UTF_8));
        var hit = SearchWorld.hits(world.full("quoxling")).findFirst().orElseThrow();
        assertThat(hit.title()).isEqualTo("offer.csv");
        assertThat(hit.highlights()).anyMatch(mark -> mark.text().contains("quoxling"));
    }

    @Test
    void findsPagesOnceTheyHaveBeenRead() throws IOException {
        upload("contract.pdf", Pdfs.saying("The zanderfit clause holds"));
        var hits = SearchWorld.eventually(
                () -> SearchWorld.hits(world.full("zanderfit")).toList(), found -> !found.isEmpty());
        assertThat(hits.getFirst().title()).isEqualTo("contract.pdf");
        assertThat(hits.getFirst().highlights()).anyMatch(mark -> mark.text().contains("zanderfit"));
    }

    private void upload(String name, byte[] content) {
        var parts = new MultipartBodyBuilder();
        parts.part("file", new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        });
        parts.part("record_type", "company");
        parts.part("record_id", company.toString());
        world.records()
                .workspace()
                .http()
                .post()
                .uri("/api/v1/files")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts.build())
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
    }
}
