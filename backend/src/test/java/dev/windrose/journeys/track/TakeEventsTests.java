package dev.windrose.journeys.track;

import static dev.windrose.journeys.track.EventWorld.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.WindroseTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

@WindroseTest
class TakeEventsTests {

    @Test
    void tellsWhatBecameOfEachEvent() {
        var site = EventWorld.fresh();
        site.send(event("a", "page_viewed", "v1"));
        var answer = site.send(
                event("a", "page_viewed", "v1"),
                event("b", "signed_up", "v1", "channel", "organic", "amount", 12.5, "currency", "EUR"),
                event("b", "signed_up", "v1"),
                event("c", "Signed up", "v1"),
                Map.of("id", "d", "type", "page_viewed"));
        assertThat(answer.get("received").asInt()).isEqualTo(5);
        assertThat(answer.get("events").valueStream().map(each -> each.get("outcome")
                        .asString()))
                .containsExactly("duplicate", "stored", "duplicate", "refused", "refused");
        assertThat(answer.get("events").valueStream().skip(3).map(each -> each.get("reason")
                        .asString()))
                .containsExactly("bad_type", "nobody");
        assertThat(
                        site.rows(
                                "select kind, amount, channel from journey_events where tenant_id = :tenant order by kind desc"))
                .extracting(row -> row.get("kind") + " " + row.get("amount") + " " + row.get("channel"))
                .containsExactly("signed_up 1250 organic", "page_viewed null null");
        var day = site.get("/tracking/ledger").get("data").get(0);
        assertThat(day.get("received").asInt()).isEqualTo(6);
        assertThat(day.get("stored").asInt()
                        + day.get("duplicate").asInt()
                        + day.get("refused").asInt())
                .isEqualTo(6);
        assertThat(day.get("refusals").get("nobody").asInt()).isEqualTo(1);
        assertThat(site.get("/tracking/debugger")
                        .get("data")
                        .get(0)
                        .get("events")
                        .get(0)
                        .get("type")
                        .asString())
                .isEqualTo("signed_up");
    }

    @Test
    void correctsAClockThatIsWrongAndRefusesWhatIsStillToCome() {
        var site = EventWorld.fresh();
        var wrong = Instant.now().plus(Duration.ofHours(3));
        var answer = EventWorld.body(site.post(Map.of(
                        "sent_at", wrong.toString(),
                        "batch",
                                List.of(event(
                                        "a",
                                        "page_viewed",
                                        "v",
                                        "time",
                                        wrong.minusSeconds(60).toString()))))
                .expectStatus()
                .isOk());
        assertThat(answer.get("stored").asInt()).isEqualTo(1);
        assertThat(answer.get("skew_ms").asLong()).isBetween(-10_830_000L, -10_770_000L);
        assertThat(
                        site.rows(
                                "select 1 from journey_events where tenant_id = :tenant and occurred_at between now() - interval '2 minutes' and now()"))
                .hasSize(1);
        var refused = site.send(event("b", "page_viewed", "v", "time", wrong.toString()))
                .get("events")
                .get(0);
        assertThat(refused.get("reason").asString()).isEqualTo("future");
        assertThat(refused.get("message").asString()).contains("lies in the future");
        var late = site.send(event("c", "page_viewed", "v", "time", "2019-05-01T10:00:00+02:00"));
        assertThat(late.get("stored").asInt()).isEqualTo(1);
        assertThat(site.get("/tracking/ledger").get("data").get(0).get("late").asInt())
                .isEqualTo(1);
    }

    @Test
    void refusesPropertiesThatAreTooLargeAndKeepsTheOthers() {
        var site = EventWorld.fresh();
        var answer = site.send(
                event("a", "page_viewed", "v", "properties", Map.of("text", "x".repeat(40_000))),
                event("b", "page_viewed", "v", "properties", Map.of("text", "x".repeat(30_000))));
        assertThat(answer.get("stored").asInt()).isEqualTo(1);
        assertThat(answer.get("events").get(0).get("reason").asString()).isEqualTo("properties_too_large");
        assertThat(answer.get("events").get(0).get("message").asString()).contains("at most 32768 bytes");
        site.post(Map.of(
                        "batch",
                        List.of(event("c", "page_viewed", "v", "properties", Map.of("t", "x".repeat(10 << 20))))))
                .expectStatus()
                .isEqualTo(413);
        var many = IntStream.range(0, 1001)
                .mapToObj(at -> event("m" + at, "page_viewed", "v"))
                .toList();
        var tooMany =
                EventWorld.body(site.post(Map.of("batch", many)).expectStatus().isEqualTo(413));
        assertThat(tooMany.get("detail").asString()).contains("at most 1000 events");
        assertThat(site.rows("select 1 from journey_events where tenant_id = :tenant"))
                .hasSize(1);
    }

    @Test
    void saysWhatIsWrongWithValues() {
        var site = EventWorld.fresh();
        var wrong = List.of(
                event("1", "x", "v", "time", "yesterday"),
                event("2", "x", "v", "amount", 5),
                event("3", "x", "v", "country", "Portugal"),
                event("4", "x", "v", "properties", List.of(1)),
                event("5", "x", "v", "colour", "red"),
                event("6", "x", "v", "channel", "c".repeat(201)),
                event("7", "x", "v", "company_id", "01890000-0000-7000-8000-000000000000"),
                event("8", "x", "v", "journey", "other"),
                event("9", "x", "v", "properties", Map.of("a", "\0")),
                event("10", "x", "v", "amount", 1e30, "currency", "EUR"));
        var answer =
                EventWorld.body(site.post(Map.of("batch", wrong)).expectStatus().isOk());
        assertThat(answer.get("refused").asInt()).isEqualTo(10);
        assertThat(answer.get("events").valueStream().map(each -> each.get("reason")
                        .asString()))
                .containsExactly(
                        "bad_time",
                        "bad_value",
                        "bad_value",
                        "bad_value",
                        "unknown_field",
                        "too_long",
                        "unknown_record",
                        "bad_value",
                        "bad_value",
                        "bad_value");
        site.post("[").expectStatus().isBadRequest();
        site.post("3").expectStatus().isBadRequest();
        site.post("[]").expectStatus().isOk();
    }

    @Test
    void onlyAKeyInUseAndItsOriginsAreHeard() {
        var site = EventWorld.fresh("https://www.harbour.example");
        var http = site.world().workspace().anonymous();
        http.post()
                .uri("/api/v1/events")
                .header("X-Write-Key", "wk_none")
                .body("[]")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        var body = Map.of("write_key", site.key(), "batch", List.of(event("a", "page_viewed", "v")));
        var json = tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(body);
        http.post()
                .uri("/api/v1/events")
                .header("Origin", "https://evil.example")
                .contentType(MediaType.TEXT_PLAIN)
                .body(json)
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .doesNotExist("Access-Control-Allow-Origin");
        http.post()
                .uri("/api/v1/events")
                .header("Origin", "https://www.harbour.example")
                .header("Sec-Fetch-Site", "cross-site")
                .contentType(MediaType.TEXT_PLAIN)
                .body(json)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Access-Control-Allow-Origin", "https://www.harbour.example");
        site.world()
                .workspace()
                .http()
                .delete()
                .uri("/api/v1/tracking/sources/" + site.id())
                .exchange()
                .expectStatus()
                .isNoContent();
        site.post("[]").expectStatus().isUnauthorized();
        site.world()
                .workspace()
                .httpAs(dev.windrose.platform.Role.MEMBER)
                .get()
                .uri("/api/v1/tracking/sources")
                .exchange()
                .expectStatus()
                .isForbidden();
        assertThat(site.rows(
                        "select 1 from track_keys where tenant_id = :tenant and hint = right('" + site.key() + "', 4)"))
                .hasSize(1);
    }

    @Test
    void sameEventsFromManySendersAtOnceAreStoredOnce() throws Exception {
        var site = EventWorld.fresh();
        var events = IntStream.range(0, 60)
                .mapToObj(at -> event("e" + at, "page_viewed", "v" + at % 7))
                .toList();
        var sent = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int sender = 0; sender < 8; sender++) {
                var shuffled = new ArrayList<>(events);
                Collections.shuffle(shuffled, new java.util.Random(sender));
                sent.add(threads.submit(() -> EventWorld.body(site.post(Map.of("batch", shuffled))
                                .expectStatus()
                                .isOk())
                        .get("stored")
                        .asInt()));
            }
        }
        int stored = 0;
        for (var each : sent) {
            stored += each.get();
        }
        assertThat(stored).isEqualTo(60);
        assertThat(site.rows("select 1 from journey_events where tenant_id = :tenant"))
                .hasSize(60);
        var day = site.get("/tracking/ledger").get("data").get(0);
        assertThat(day.get("received").asInt()).isEqualTo(480);
        assertThat(day.get("duplicate").asInt()).isEqualTo(420);
    }
}
