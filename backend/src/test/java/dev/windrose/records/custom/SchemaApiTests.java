package dev.windrose.records.custom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Role;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

@WindroseTest
class SchemaApiTests {

    private static final String FIELDS = "/api/v1/schema/fields";

    private TestWorkspace workspace;
    private RestTestClient http;

    @BeforeEach
    void start() {
        workspace = Workspaces.fresh();
        http = workspace.http();
    }

    @Test
    void walksThroughTheLifeOfAField() {
        var shown = post(FIELDS + "?dry_run=true", field("Contract value", "money"), 200);
        assertThat(shown).containsEntry("dry_run", true).containsEntry("name", "c_contract_value");
        var created = post(FIELDS, field("Contract value", "money"), 201);
        String id = created.get("id").toString();
        var company = post(
                "/api/v1/companies",
                Map.of("name", "Nordlicht", "c_contract_value", Map.of("amount", 5, "currency", "EUR")),
                201);

        assertThat(shown("company", "c_contract_value"))
                .containsEntry("custom", true)
                .containsEntry("id", id)
                .containsEntry("kind", "money");
        var renamed = send(HttpMethod.PATCH, FIELDS + "/" + id, Map.of("label", "Deal value", "help", "Per year"), 200);
        assertThat(renamed).containsEntry("label", "Deal value").containsEntry("name", "c_contract_value");

        var impact = (Map<?, ?>) send(HttpMethod.DELETE, FIELDS + "/" + id + "?dry_run=true", null, 200)
                .get("impact");
        assertThat(impact.get("records")).isEqualTo(1);
        assertThat(impact.get("values")).isEqualTo(1);
        send(HttpMethod.DELETE, FIELDS + "/" + id, null, 200);
        assertThat(get("/api/v1/companies/" + company.get("id"))).doesNotContainKey("c_contract_value");
        send(HttpMethod.PATCH, FIELDS + "/" + id, Map.of("label", "Other"), 409);
        post(FIELDS + "/" + id + "/restore", Map.of(), 200);
        assertThat(get("/api/v1/companies/" + company.get("id")).get("c_contract_value"))
                .isEqualTo(Map.of("amount", 5, "currency", "EUR"));
        var changes = (List<?>) get("/api/v1/schema/changes").get("data");
        assertThat(changes).hasSize(4);
        assertThat(((Map<?, ?>) changes.getFirst()).get("summary")).isEqualTo("Account: field Deal value restored");
    }

    @Test
    void rollsBackTheLastChangeOfAField() {
        String id = post(FIELDS, field("Tier", "choice", Map.of("choices", List.of("Gold", "Silver"))), 201)
                .get("id")
                .toString();
        var change =
                send(HttpMethod.PATCH, FIELDS + "/" + id, Map.of("required", true, "choices", List.of("Gold")), 200);
        String changeId = change.get("change_id").toString();
        var rolledBack = post("/api/v1/schema/changes/" + changeId + "/roll-back", Map.of(), 200);
        assertThat(rolledBack).containsEntry("required", false);
        assertThat((List<?>) rolledBack.get("choices")).hasSize(2);
        post("/api/v1/schema/changes/" + changeId + "/roll-back", Map.of(), 409);
        post("/api/v1/schema/changes/" + rolledBack.get("change_id") + "/roll-back", Map.of(), 200);
        assertThat(shown("company", "c_tier")).containsEntry("required", true);
        var first = (Map<?, ?>) ((List<?>) get("/api/v1/schema/changes").get("data")).getLast();
        post("/api/v1/schema/changes/" + first.get("id") + "/roll-back", Map.of(), 409);
    }

    @Test
    void refusesWrongDefinitions() {
        post(FIELDS, field("Tier", "nonsense"), 400);
        post(FIELDS, field("", "text"), 400);
        post(FIELDS, field("!!!", "text"), 400);
        post(FIELDS, field("Partner", "reference", Map.of("ref", "nothing")), 400);
        post(FIELDS, field("Tier", "choice"), 400);
        post(FIELDS, field("Tier", "choice", Map.of("choices", List.of("Gold", "gold"))), 400);
        post(FIELDS, field("Story", "long_text", Map.of("unique", true)), 400);
        post(FIELDS, field("Story", "long_text", Map.of("filter", true)), 400);
        post(FIELDS, field("Seats", "integer", Map.of("default", "many")), 400);
        post(FIELDS, field("Seats", "integer", Map.of("colour", "red")), 400);
        post(FIELDS, Map.of("record_type", "nothing", "label", "Seats", "kind", "text"), 400);
        post(FIELDS, field("Name", "text"), 409);
        var created = post(FIELDS, field("Seats", "integer"), 201);
        post(FIELDS, field("seats", "text"), 409);
        send(HttpMethod.DELETE, FIELDS + "/" + created.get("id"), null, 200);
        assertThat(post(FIELDS, field("Seats", "text"), 409).get("detail").toString())
                .contains("removed");
        post(FIELDS, field("Seats", "text", Map.of("name", "seats_2")), 201);
        post(FIELDS + "/" + created.get("id") + "/restore", Map.of(), 409);
    }

    @Test
    void demandsRequiredFieldsOfNewRecordsAndFillsDefaults() {
        post("/api/v1/companies", Map.of("name", "Older"), 201);
        var shown = post(FIELDS + "?dry_run=true", field("Code", "text", Map.of("required", true)), 200);
        assertThat((Map<?, ?>) shown.get("impact")).extracting("invalid").isEqualTo(1);
        post(FIELDS, field("Code", "text", Map.of("required", true)), 201);
        post(FIELDS, field("Tier", "choice", Map.of("choices", List.of("Gold", "Silver"), "default", "silver")), 201);
        assertThat(post("/api/v1/companies", Map.of("name", "Newer"), 400)).containsEntry("field", "c_code");
        var created = post("/api/v1/companies", Map.of("name", "Newer", "c_code", "N"), 201);
        assertThat(created).containsEntry("c_tier", "silver");
        var older =
                (Map<?, ?>) ((List<?>) get("/api/v1/companies?sort=created_at").get("data")).getFirst();
        http.patch()
                .uri("/api/v1/companies/" + older.get("id"))
                .header("If-Match", "\"1\"")
                .body(Map.of("employee_size", 7))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void keepsUniqueValuesApartAlsoWhenTwoWriteAtOnce() throws Exception {
        String id = post(FIELDS, field("Code", "text", Map.of("unique", true)), 201)
                .get("id")
                .toString();
        var statuses = new ArrayList<Integer>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 12; i++) {
                String name = "Company " + i;
                calls.add(() -> status(Map.of("name", name, "c_code", "SAME")));
            }
            for (var result : pool.invokeAll(calls)) {
                statuses.add(result.get());
            }
        }
        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses).allMatch(status -> status == 201 || status == 409);
        assertThat(post("/api/v1/companies", Map.of("name", "Late", "c_code", "sáme "), 409))
                .containsEntry("field", "c_code");

        var holder = (Map<?, ?>) ((List<?>) get("/api/v1/companies").get("data")).getFirst();
        send(HttpMethod.DELETE, "/api/v1/companies/" + holder.get("id"), null, 200);
        post("/api/v1/companies", Map.of("name", "Next", "c_code", "SAME"), 201);
        post("/api/v1/companies/" + holder.get("id") + "/restore", Map.of(), 409);

        send(HttpMethod.PATCH, FIELDS + "/" + id, Map.of("unique", false), 200);
        post("/api/v1/companies", Map.of("name", "Twin", "c_code", "SAME"), 201);
        var refused = send(HttpMethod.PATCH, FIELDS + "/" + id, Map.of("unique", true), 409);
        assertThat(refused).containsEntry("code", "values_not_unique");
    }

    @Test
    void changesKindsAndSaysWhatDoesNotFit() {
        String id = post(FIELDS, field("Seats", "text"), 201).get("id").toString();
        var fits = post("/api/v1/companies", Map.of("name", "One", "c_seats", "12"), 201);
        var unfit = post("/api/v1/companies", Map.of("name", "Two", "c_seats", "many"), 201);
        var shown = send(HttpMethod.PATCH, FIELDS + "/" + id + "?dry_run=true", Map.of("kind", "integer"), 200);
        assertThat((Map<?, ?>) shown.get("impact")).extracting("invalid").isEqualTo(1);
        var change = send(HttpMethod.PATCH, FIELDS + "/" + id, Map.of("kind", "integer"), 200);
        assertThat(get("/api/v1/companies/" + fits.get("id"))).containsEntry("c_seats", 12);
        assertThat(get("/api/v1/companies/" + unfit.get("id")).get("c_seats")).isNull();
        assertThat((List<?>) get("/api/v1/companies?filter[c_seats][gte]=10").get("data"))
                .hasSize(1);
        post("/api/v1/schema/changes/" + change.get("change_id") + "/roll-back", Map.of(), 200);
        assertThat(get("/api/v1/companies/" + unfit.get("id"))).containsEntry("c_seats", "many");
        assertThat(get("/api/v1/companies/" + fits.get("id"))).containsEntry("c_seats", "12");
    }

    @Test
    void keepsAChoiceThatIsInUseWhenItIsRemoved() {
        String id = post(FIELDS, field("Tier", "choice", Map.of("choices", List.of("Gold", "Silver"))), 201)
                .get("id")
                .toString();
        var company = post("/api/v1/companies", Map.of("name", "One", "c_tier", "gold"), 201);
        var shown =
                send(HttpMethod.PATCH, FIELDS + "/" + id + "?dry_run=true", Map.of("choices", List.of("Silver")), 200);
        assertThat((Map<?, ?>) shown.get("impact")).extracting("invalid").isEqualTo(1);
        send(HttpMethod.PATCH, FIELDS + "/" + id, Map.of("choices", List.of("Silver")), 200);
        assertThat(get("/api/v1/companies/" + company.get("id"))).containsEntry("c_tier", "gold");
        post("/api/v1/companies", Map.of("name", "Two", "c_tier", "gold"), 400);
    }

    @Test
    void addsChoicesToABuiltInField() {
        var added =
                send(HttpMethod.PATCH, FIELDS + "/company.customer_state", Map.of("choices", List.of("Partner")), 200);
        assertThat(added).containsEntry("kind", "choices");
        var company = post("/api/v1/companies", Map.of("name", "One", "customer_state", "partner"), 201);
        assertThat(company).containsEntry("customer_state", "partner");
        send(HttpMethod.PATCH, FIELDS + "/company.customer_state", Map.of("choices", List.of()), 200);
        post("/api/v1/companies", Map.of("name", "Two", "customer_state", "partner"), 400);
        send(HttpMethod.PATCH, FIELDS + "/company.nothing", Map.of("choices", List.of()), 404);
    }

    @Test
    void letsAdminsChangeTheSchemaOnly() {
        var manager = workspace.httpAs(Role.MANAGER);
        manager.post()
                .uri(FIELDS)
                .body(field("Code", "text"))
                .exchange()
                .expectStatus()
                .isForbidden();
        manager.get().uri(FIELDS).exchange().expectStatus().isOk();
    }

    private int status(Map<String, Object> company) {
        return http.post()
                .uri("/api/v1/companies")
                .body(company)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> shown(String type, String name) {
        var types = http.get()
                .uri("/api/v1/meta/types")
                .exchange()
                .expectBody(new ParameterizedTypeReference<List<Map<String, Object>>>() {})
                .returnResult()
                .getResponseBody();
        var found = types.stream()
                .filter(one -> one.get("name").equals(type))
                .findFirst()
                .orElseThrow();
        return ((List<Map<String, Object>>) found.get("fields"))
                .stream()
                        .filter(one -> one.get("name").equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private static Map<String, Object> field(String label, String kind) {
        return field(label, kind, Map.of());
    }

    private static Map<String, Object> field(String label, String kind, Map<String, ?> more) {
        var json = new LinkedHashMap<String, Object>(more);
        json.put("record_type", "company");
        json.put("label", label);
        json.put("kind", kind);
        return json;
    }

    private Map<String, Object> get(String uri) {
        return new Api(http).get(uri);
    }

    private Map<String, Object> post(String uri, Object body, int status) {
        return new Api(http).post(uri, body, status);
    }

    private Map<String, Object> send(HttpMethod method, String uri, @Nullable Object body, int status) {
        return new Api(http).send(method, uri, body, status);
    }
}
