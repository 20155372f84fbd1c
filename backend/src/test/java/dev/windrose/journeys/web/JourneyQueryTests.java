package dev.windrose.journeys.web;

import static dev.windrose.journeys.track.EventWorld.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.journeys.track.EventWorld;
import dev.windrose.platform.Role;
import dev.windrose.testing.WindroseTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

@WindroseTest
class JourneyQueryTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private EventWorld site;

    /** Three people looked, two made an account, one of them used it. Long ago one looked and made an account. */
    @BeforeEach
    void sendEvents() {
        site = EventWorld.fresh();
        site.send(
                seen("1", "page_viewed", "ann", 9, "organic"),
                seen("2", "signed_up", "ann", 8, "email"),
                seen("3", "activated", "ann", 6, null),
                seen("4", "page_viewed", "ben", 9, "organic"),
                seen("5", "signed_up", "ben", 7, "paid"),
                seen("6", "page_viewed", "cay", 9, "paid"),
                seen("7", "page_viewed", "dee", 70, "organic"),
                seen("8", "signed_up", "dee", 69, "organic"));
    }

    private static Map<String, Object> seen(String id, String type, String visitor, int daysAgo, String channel) {
        var event = new HashMap<>(event(id, type, visitor, "time", TODAY.minusDays(daysAgo) + "T12:00:00Z"));
        if (channel != null) {
            event.put("channel", channel);
        }
        return event;
    }

    private static Map<String, Object> scope(int fromDaysAgo, int toDaysAgo) {
        return Map.of(
                "grain",
                "person",
                "from",
                TODAY.minusDays(fromDaysAgo).toString(),
                "to",
                TODAY.minusDays(toDaysAgo).toString());
    }

    private static Map<String, Object> kind(String... kinds) {
        return Map.of("kinds", List.of(kinds));
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        var more = new HashMap<>(body);
        more.put(name, value);
        return more;
    }

    private static ResponseSpec post(RestTestClient http, String path, Object body) {
        return http.post()
                .uri("/api/v1/journeys/" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private JsonNode ask(String path, Object body) {
        return EventWorld.body(
                post(site.world().workspace().http(), path, body).expectStatus().isOk());
    }

    private static final Map<String, Object> FUNNEL =
            Map.of("scope", scope(20, 0), "steps", List.of(kind("page_viewed"), kind("signed_up"), kind("activated")));

    @Test
    void tellsHowManyGotToEachStepAndHowLongItTook() {
        var group = ask("funnel", FUNNEL).at("/funnel/groups/0");
        assertThat(group.get("steps").values().stream()
                        .map(step -> step.get("entities").asLong()))
                .containsExactly(3L, 2L, 1L);
        assertThat(group.at("/steps/1/rate").asDouble()).isEqualTo(2 / 3.0);
        assertThat(group.at("/steps/1/few").asBoolean()).isTrue();
        assertThat(group.at("/steps/2/from_start/median").asDouble()).isEqualTo(3 * 86_400);
        assertThat(ask("convert-time", FUNNEL)).isEqualTo(ask("funnel", FUNNEL));
    }

    @Test
    void comparesWithAnotherPeriodAndMarksWhatMayStillGrow() {
        var compared = with(
                FUNNEL,
                "scope",
                with(
                        scope(20, 0),
                        "compare",
                        Map.of(
                                "from",
                                TODAY.minusDays(80).toString(),
                                "to",
                                TODAY.minusDays(60).toString())));
        var answer = ask("funnel", compared).get("funnel");
        assertThat(answer.at("/groups/0/steps").values().stream()
                        .map(step -> step.get("before").asLong()))
                .containsExactly(1L, 1L, 0L);
        assertThat(answer.at("/groups/0/steps/1/differs").isNull()).isTrue();
        assertThat(answer.get("open").asBoolean()).isTrue();
        var past = ask("funnel", with(FUNNEL, "scope", scope(80, 60))).get("funnel");
        assertThat(past.get("open").asBoolean()).isFalse();
        assertThat(past.get("window_open").asBoolean()).isFalse();
    }

    @Test
    void tellsApartByChannelAndLeavesOutWhatIsFilteredAway() {
        var byChannel =
                ask("funnel", with(FUNNEL, "breakdown", List.of("channel"))).at("/funnel/groups");
        assertThat(byChannel.values().stream()
                        .map(group -> group.at("/values/0").asString() + " "
                                + group.at("/steps/0/entities").asLong()))
                .containsExactly("organic 2", "paid 1");
        var notPaid = Map.of("dimension", "channel", "values", List.of("paid"), "not", true);
        var filtered = ask("funnel", with(FUNNEL, "scope", with(scope(20, 0), "where", List.of(notPaid))));
        assertThat(filtered.at("/funnel/groups/0/steps").values().stream()
                        .map(step -> step.get("entities").asLong()))
                .containsExactly(2L, 1L, 1L);
    }

    @Test
    void listsWhoIsBehindAFigure() {
        var dropped = ask("drop-off", Map.of("funnel", FUNNEL, "step", 1));
        assertThat(dropped.get("all").asLong()).isEqualTo(1);
        assertThat(dropped.at("/entities/0/type").asString()).isEqualTo("visitor");
        var reached = ask("drop-off", Map.of("funnel", FUNNEL, "step", 1, "reached", true));
        assertThat(reached.get("all").asLong()).isEqualTo(3);
        assertThat(reached.get("entities")).hasSize(3);
    }

    @Test
    void answersEveryOtherKind() {
        var cohorts = ask(
                "retention",
                Map.of("scope", scope(90, 0), "start", kind("page_viewed"), "back", kind(), "unit", "month"));
        assertThat(cohorts.get("cohorts").values().stream()
                        .mapToLong(cohort -> cohort.get("size").asLong())
                        .sum())
                .isEqualTo(4);
        var paths = ask("paths", Map.of("scope", scope(20, 0), "first", kind("page_viewed"), "length", 3));
        assertThat(paths.get("all").asLong()).isEqualTo(3);
        var series = ask("series", Map.of("scope", scope(20, 0), "counted", kind("page_viewed"), "unit", "day"));
        assertThat(series.at("/groups/0/entities").values().stream()
                        .mapToLong(JsonNode::asLong)
                        .sum())
                .isEqualTo(3);
        var credits = ask(
                "attribution",
                Map.of(
                        "scope",
                        scope(20, 0),
                        "touch",
                        kind("page_viewed", "signed_up"),
                        "conversion",
                        kind("activated")));
        assertThat(credits.at("/credits/first/0/channel").isString()).isTrue();
        double given = credits.at("/credits/linear").values().stream()
                .mapToDouble(credit -> credit.get("conversions").asDouble())
                .sum();
        assertThat(given).isEqualTo(1.0);
        var known = ask("vocabulary", scope(20, 0)).at("/values/kind");
        assertThat(known.values().stream().map(each -> each.get("value").asString()))
                .containsExactly("page_viewed", "signed_up", "activated");
    }

    @ParameterizedTest
    @CsvSource({
        "to, 2020-01-01, scope.to",
        "from, 1900-01-01, scope.to",
        "grain, team, scope.grain",
        "to, 2999-01-01, scope.to"
    })
    void refusesPeriodsAndGrainsThatAreNone(String member, String value, String field) {
        var problem = EventWorld.body(post(
                        site.world().workspace().http(),
                        "funnel",
                        with(FUNNEL, "scope", with(scope(20, 0), member, value)))
                .expectStatus()
                .is4xxClientError());
        assertThat(problem.get("field").asString()).isEqualTo(field);
        assertThat(problem.get("detail").asString()).isNotBlank();
    }

    @Test
    void refusesMoreThanItCanAnswer() {
        var http = site.world().workspace().http();
        post(http, "funnel", with(FUNNEL, "steps", List.of())).expectStatus().is4xxClientError();
        post(http, "funnel", with(FUNNEL, "steps", Collections.nCopies(13, kind("a"))))
                .expectStatus()
                .is4xxClientError();
        post(http, "funnel", with(FUNNEL, "breakdown", List.of("channel", "channel")))
                .expectStatus()
                .is4xxClientError();
        post(http, "funnel", with(FUNNEL, "breakdown", List.of("shoe_size")))
                .expectStatus()
                .is4xxClientError();
        post(http, "funnel", with(FUNNEL, "window_hours", 0)).expectStatus().is4xxClientError();
        post(http, "drop-off", Map.of("funnel", FUNNEL, "step", 9))
                .expectStatus()
                .is4xxClientError();
        post(site.world().workspace().anonymous(), "funnel", FUNNEL)
                .expectStatus()
                .isUnauthorized();
        post(site.world().workspace().httpAs(Role.VIEWER), "funnel", FUNNEL)
                .expectStatus()
                .isOk();
    }
}
