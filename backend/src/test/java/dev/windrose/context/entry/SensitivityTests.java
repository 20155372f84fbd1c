package dev.windrose.context.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** Two people of different clearance over every way to read entries. */
@WindroseTest
class SensitivityTests {

    @Autowired
    Records records;

    @Autowired
    LiveEntries live;

    private RecordWorld world;
    private Actor mara;
    private Actor guest;
    private UUID secret;

    @BeforeEach
    void fill() {
        world = RecordWorld.fresh();
        mara = world.workspace().person("Mara Lind", Role.MEMBER);
        guest = world.workspace().person("Gus Aubel", Role.VIEWER);
        secret = entry("Floor price of the quoxfarthing", "confidential");
        entry("Quoxfarthing support hours", "internal");
        entry("What a quoxfarthing is", "public");
    }

    @Test
    void keepsToWhatEachMayRead() {
        assertThat(titles(world.actor())).hasSize(3);
        assertThat(titles(mara)).containsExactly("Quoxfarthing support hours", "What a quoxfarthing is");
        assertThat(titles(guest)).containsExactly("What a quoxfarthing is");
        assertThat(counted(mara)).isEqualTo(2);
        assertThat(ActorScope.call(mara, () -> live.all())).hasSize(2);
        assertThatThrownBy(() -> world.as(mara).get("context_entry", secret))
                .hasFieldOrPropertyWithValue("code", CommonError.NOT_FOUND);
        assertThatThrownBy(() -> world.as(mara).update("context_entry", secret, Map.of("title", "Mine")))
                .hasFieldOrPropertyWithValue("code", CommonError.NOT_FOUND);
    }

    @Test
    void bindsEvenThoseWhoMayNotReadIt() {
        assertThat(ActorScope.call(guest, () -> live.binding(EntryCategory.BEST_PRACTICE)))
                .extracting(LiveEntry::title)
                .contains("Floor price of the quoxfarthing");
    }

    @Test
    void keepsHistoryExportChangeSetsAndCommentsAway() {
        world.create(
                "comment", Map.of("record_type", "context_entry", "record_id", secret.toString(), "body", "Too low?"));
        for (String path : List.of(
                "/api/v1/context_entries/" + secret,
                "/api/v1/context_entries/" + secret + "/history",
                "/api/v1/context_entries/" + secret + "/provenance")) {
            world.workspace()
                    .httpOf(mara)
                    .get()
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        for (String path : List.of("/api/v1/context_entries?count=true", "/api/v1/change-sets", "/api/v1/comments")) {
            assertThat(body(mara, path)).as(path).doesNotContain("Floor price").doesNotContain("Too low");
            assertThat(body(world.actor(), path)).as(path).containsAnyOf("Floor price", "Too low");
        }
        assertThat(posted(mara, "/api/v1/context_entries/export", Map.of("format", "csv")))
                .contains("support hours")
                .doesNotContain("Floor price");
    }

    @Test
    void isNeitherFoundNorCountedBySearch() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(found(world.actor())).contains("\"total\":3", "Floor price"));
        assertThat(found(mara)).contains("\"total\":2").doesNotContain("Floor price");
        assertThat(found(guest)).contains("\"total\":1").doesNotContain("support hours");
    }

    @Test
    void changesPerPerson() {
        var owner = world.workspace().http();
        owner.put()
                .uri("/api/v1/context/clearances/"
                        + Objects.requireNonNull(mara.person()).value())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("highest", "confidential"))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(titles(mara)).hasSize(3);
        world.workspace()
                .httpOf(mara)
                .put()
                .uri("/api/v1/context/clearances/"
                        + Objects.requireNonNull(guest.person()).value())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("highest", "confidential"))
                .exchange()
                .expectStatus()
                .isForbidden();
        assertThat(body(mara, "/api/v1/context/clearances"))
                .contains("Mara Lind")
                .doesNotContain("Gus Aubel");
        assertThat(body(world.actor(), "/api/v1/context/clearances")).contains("Gus Aubel");
        assertThat(body(world.actor(), "/api/v1/audit"))
                .contains(
                        "Highest sensitivity of Mara Lind", "\"before\":\"internal\"", "\"highest\":\"confidential\"");
    }

    @Test
    void countsWhatEachSensitivityHoldsAsFarAsTheCallerReads() {
        assertThat(body(world.actor(), "/api/v1/context/clearances"))
                .contains("\"entries\":{\"public\":1,\"internal\":1,\"confidential\":1}")
                .contains("{\"role\":\"viewer\",\"highest\":\"public\"}");
        assertThat(body(guest, "/api/v1/context/clearances"))
                .contains("\"entries\":{\"public\":1,\"internal\":0,\"confidential\":0}");
    }

    @Test
    void letsNobodyWriteWhatTheyCouldNotRead() {
        assertThatThrownBy(() -> world.as(mara).create("context_entry", values("Mine", "confidential")))
                .hasFieldOrPropertyWithValue("code", CommonError.NOT_ALLOWED);
    }

    @Test
    void saysWhoDoesNotReadAnEntryAndWhy() {
        assertThat(body(world.actor(), "/api/v1/context_entries/" + secret + "/access"))
                .contains("Reads up to internal, and this entry is above.");
    }

    private UUID entry(String title, String sensitivity) {
        return world.create("context_entry", values(title, sensitivity));
    }

    private static Map<String, Object> values(String title, String sensitivity) {
        return new HashMap<>(Map.of(
                "category",
                "best_practice",
                "kind",
                "faq",
                "status",
                "live",
                "title",
                title,
                "sensitivity",
                sensitivity));
    }

    private List<String> titles(Actor actor) {
        return ActorScope.call(
                        actor,
                        () -> records.query(RecordQuery.of("context_entry").sortedBy("title")))
                .stream()
                .map(entry -> entry.title())
                .toList();
    }

    private long counted(Actor actor) {
        return Objects.requireNonNull(ActorScope.call(
                        actor,
                        () -> records.page(RecordQuery.of("context_entry")
                                .where(Filter.is("category", "best_practice"))
                                .counted()))
                .total());
    }

    private String found(Actor actor) {
        return posted(actor, "/api/v1/search", Map.of("q", "quoxfarthing"));
    }

    private String posted(Actor actor, String path, Map<String, Object> body) {
        return Objects.requireNonNull(world.workspace()
                .httpOf(actor)
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private String body(Actor actor, String path) {
        return Objects.requireNonNull(world.workspace()
                .httpOf(actor)
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
