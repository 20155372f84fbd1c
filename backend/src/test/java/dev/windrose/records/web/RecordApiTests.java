package dev.windrose.records.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@WindroseTest
class RecordApiTests {

    private RestTestClient http;

    @BeforeEach
    void start() {
        http = Workspaces.fresh().http();
    }

    @Test
    void walksThroughTheLifeOfARecord() {
        var created = post(
                "/api/v1/companies",
                Map.of(
                        "name",
                        "Nordlicht",
                        "revenue",
                        Map.of("amount", 12.5, "currency", "EUR"),
                        "external_ids",
                        List.of(Map.of("source", "erp", "id", "4711"))),
                201);
        String id = created.get("id").toString();
        assertThat(created)
                .containsEntry("version", 1)
                .containsEntry("title", "Nordlicht")
                .containsEntry("type", "company");
        assertThat(created.get("revenue")).isEqualTo(Map.of("amount", 12.5, "currency", "EUR"));
        http.get()
                .uri("/api/v1/companies/by-external-id?source=erp&id=4711")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"");

        http.patch()
                .uri("/api/v1/companies/" + id)
                .body(Map.of("employee_size", 7))
                .exchange()
                .expectStatus()
                .isEqualTo(428);
        http.patch()
                .uri("/api/v1/companies/" + id)
                .header("If-Match", "\"9\"")
                .body(Map.of("employee_size", 7))
                .exchange()
                .expectStatus()
                .isEqualTo(412);
        http.patch()
                .uri("/api/v1/companies/" + id)
                .header("If-Match", "\"1\"")
                .body(Map.of("employee_size", 7, "owner_id", "me"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$._refs.owner_id.title")
                .isEqualTo("Olive Owner");
        var history = get("/api/v1/companies/" + id + "/history");
        assertThat((List<?>) history.get("data")).hasSize(2);
        assertThat(get("/api/v1/companies/" + id + "/provenance")).containsKeys("name", "employee_size");

        http.delete().uri("/api/v1/companies/" + id).exchange().expectStatus().isOk();
        assertThat((List<?>) get("/api/v1/companies").get("data")).isEmpty();
        assertThat((List<?>) get("/api/v1/companies?bin=true").get("data")).hasSize(1);
        post("/api/v1/companies/" + id + "/restore", Map.of(), 200);
        assertThat(get("/api/v1/companies?filter[employee_size][gte]=7&count=true"))
                .containsEntry("total", 1);
    }

    @Test
    void namesEveryWrongFieldAtOnceAndWritesNothing() {
        var problem = post("/api/v1/companies", Map.of("nme", "x", "employee_size", "many", "country_hq", "ZZ"), 400);
        assertThat((List<?>) problem.get("errors")).hasSize(4);
        assertThat(problem).containsEntry("status", 400).containsKey("field");
        assertThat((List<?>) get("/api/v1/companies").get("data")).isEmpty();
    }

    @Test
    void showsWithoutWritingAndAnswersARepeatedRequestOnce() {
        var shown = post("/api/v1/companies?dry_run=true", Map.of("name", "Only shown"), 200);
        assertThat(shown).containsEntry("dry_run", true);
        for (int i = 0; i < 2; i++) {
            http.post()
                    .uri("/api/v1/companies")
                    .header("Idempotency-Key", "abc")
                    .body(Map.of("name", "Once"))
                    .exchange()
                    .expectStatus()
                    .isCreated();
        }
        http.post()
                .uri("/api/v1/companies")
                .header("Idempotency-Key", "abc")
                .body(Map.of("name", "Other"))
                .exchange()
                .expectStatus()
                .isEqualTo(409);
        assertThat((List<?>) get("/api/v1/companies").get("data")).hasSize(1);
    }

    @Test
    void undoesThroughTheApi() {
        var created = post("/api/v1/companies", Map.of("name", "Undone"), 201);
        String set = created.get("change_set_id").toString();
        assertThat(get("/api/v1/change-sets/" + set))
                .containsEntry("status", "applied")
                .containsEntry("summary", "Undone created");
        assertThat(post("/api/v1/change-sets/" + set + "/undo", Map.of(), 200)).containsEntry("undo_of", set);
        assertThat(get("/api/v1/change-sets/" + set)).containsEntry("status", "undone");
        post("/api/v1/change-sets/" + set + "/undo", Map.of(), 409);
        assertThat((List<?>) get("/api/v1/change-sets?limit=1").get("data")).hasSize(1);
    }

    @Test
    void letsOneOfTwoWritersWin() throws Exception {
        String id = post("/api/v1/companies", Map.of("name", "Contested"), 201)
                .get("id")
                .toString();
        var statuses = new ConcurrentLinkedQueue<Integer>();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                int size = i + 1;
                writers.submit(() -> statuses.add(http.patch()
                        .uri("/api/v1/companies/" + id)
                        .header("If-Match", "\"1\"")
                        .body(Map.of("employee_size", size))
                        .exchange()
                        .returnResult(String.class)
                        .getStatus()
                        .value()));
            }
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 412, 412, 412);
    }

    @Test
    void tellsPagesOfItsTypes() {
        http.get()
                .uri("/api/v1/meta/types")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[?(@.name == 'company')].fields[?(@.name == 'customer_state')].choices[0].value")
                .isEqualTo("dormant");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> post(String uri, Object body, int status) {
        return http.post()
                .uri(uri)
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> get(String uri) {
        return http.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }
}
