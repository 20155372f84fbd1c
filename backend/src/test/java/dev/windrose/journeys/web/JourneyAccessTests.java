package dev.windrose.journeys.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.journeys.track.EventWorld;
import dev.windrose.platform.Actor;
import dev.windrose.platform.Role;
import dev.windrose.records.access.AccessLevel;
import dev.windrose.records.access.AccessRule;
import dev.windrose.records.access.AccessRules;
import dev.windrose.records.access.FieldMask;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What a person must not see does not count, neither in figures nor in lists. */
@WindroseTest
class JourneyAccessTests {

    private RecordWorld world;
    private Actor mara;
    private UUID seen;

    @BeforeEach
    void startWithTwoDealsOfWhichOneIsHers() throws InterruptedException {
        world = RecordWorld.fresh();
        mara = world.workspace().person("Mara Lind", Role.MEMBER);
        seen = deal("Cranes", mara);
        deal("Hidden works", world.actor());
        var end = Instant.now().plus(Duration.ofSeconds(20));
        while (reached(owner()).get(1) < 2 && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(reached(owner())).containsExactly(2L, 2L);
    }

    private UUID deal(String name, Actor owner) {
        String id = Objects.requireNonNull(owner.person()).value().toString();
        var company = world.create("company", Map.of("name", name + " Ltd", "owner_id", id, "country_hq", "PT"));
        var deal = world.create(
                "deal",
                Map.of(
                        "name",
                        name,
                        "company_id",
                        company.toString(),
                        "owner_id",
                        id,
                        "stage",
                        "lead",
                        "deal_amount",
                        1200,
                        "deal_amount_currency",
                        "EUR"));
        world.update("deal", deal, Map.of("stage", "won"));
        return deal;
    }

    private RestTestClient owner() {
        return world.workspace().http();
    }

    private RestTestClient hers() {
        return world.workspace().httpOf(mara);
    }

    private static Map<String, Object> scope() {
        var today = LocalDate.now(ZoneOffset.UTC);
        return Map.of(
                "grain",
                "deal",
                "from",
                today.minusDays(2).toString(),
                "to",
                today.plusDays(1).toString());
    }

    private static Map<String, Object> kind(String kind) {
        return Map.of("kinds", List.of(kind));
    }

    private static final Map<String, Object> FUNNEL =
            Map.of("scope", scope(), "steps", List.of(kind("deal.lead"), kind("deal.won")));

    private static JsonNode ask(RestTestClient http, String path, Object body) {
        return EventWorld.body(http.post()
                .uri("/api/v1/journeys/" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isOk());
    }

    private static List<Long> reached(RestTestClient http) {
        return ask(http, "funnel", FUNNEL).at("/funnel/groups/0/steps").values().stream()
                .map(step -> step.get("entities").asLong())
                .toList();
    }

    private void onlyOwn() {
        world.in(() -> {
            Workspaces.bean(AccessRules.class).replaceRules(List.of(rule("deal"), rule("company")));
            return null;
        });
    }

    private static AccessRule rule(String type) {
        return new AccessRule(type, Role.MEMBER, AccessLevel.PRIVATE, AccessLevel.PRIVATE);
    }

    @Test
    void countsOnlyTheDealsThatThePersonSees() {
        assertThat(reached(hers())).containsExactly(2L, 2L);
        assertThat(ask(hers(), "funnel", FUNNEL).get("whole").asBoolean()).isTrue();
        onlyOwn();
        assertThat(reached(hers())).containsExactly(1L, 1L);
        assertThat(reached(owner())).containsExactly(2L, 2L);
        var answer = ask(hers(), "funnel", FUNNEL);
        assertThat(answer.get("whole").asBoolean()).isFalse();
        var listed = ask(hers(), "drop-off", Map.of("funnel", FUNNEL, "step", 2));
        assertThat(listed.get("all").asLong()).isEqualTo(1);
        assertThat(listed.at("/entities/0/id").asString()).isEqualTo(seen.toString());
        assertThat(listed.toString()).doesNotContain("Hidden works");
    }

    @Test
    void leavesOutWhatFollowsFromHiddenFields() {
        var series = Map.of("scope", scope(), "counted", kind("deal.won"), "unit", "quarter");
        assertThat(amounts(hers(), series)).isEqualTo(240_000);
        mask("deal_amount");
        assertThat(amounts(hers(), series)).isZero();
        assertThat(amounts(owner(), series)).isEqualTo(240_000);
        mask("stage");
        assertThat(reached(hers())).containsExactly(0L, 0L);
        assertThat(reached(owner())).containsExactly(2L, 2L);
    }

    private void mask(String field) {
        world.in(() -> {
            Workspaces.bean(AccessRules.class).replaceMasks(List.of(new FieldMask("deal", field, Set.of(Role.MEMBER))));
            return null;
        });
    }

    private static long amounts(RestTestClient http, Object series) {
        return ask(http, "series", series).get("groups").values().stream()
                .flatMap(group -> group.get("amounts").values().stream())
                .mapToLong(JsonNode::asLong)
                .sum();
    }
}
