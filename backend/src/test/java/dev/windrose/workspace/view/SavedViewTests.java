package dev.windrose.workspace.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Role;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@WindroseTest
class SavedViewTests {

    private TestWorkspace workspace;
    private RestTestClient owner;

    @BeforeEach
    void start() {
        workspace = Workspaces.fresh();
        owner = workspace.http();
    }

    @Test
    void keepsViewsForOneselfOrForEverybody() {
        var own = create(owner, view("Mine", "private"), 201);
        var shared = create(owner, view("Ours", "shared"), 201);
        assertThat(shared.get("query").toString()).contains("stage").contains("name");
        assertThat(names(owner)).containsExactly("Mine", "Ours");
        var member = workspace.httpAs(Role.MEMBER);
        assertThat(names(member)).containsExactly("Ours");
        member.get()
                .uri("/api/v1/views/" + own.get("id"))
                .exchange()
                .expectStatus()
                .isNotFound();
        member.delete()
                .uri("/api/v1/views/" + shared.get("id"))
                .exchange()
                .expectStatus()
                .isForbidden();
        owner.patch()
                .uri("/api/v1/views/" + shared.get("id"))
                .header("If-Match", "\"1\"")
                .body(Map.of("name", "Open deals", "layout", "board"))
                .exchange()
                .expectStatus()
                .isOk();
        owner.patch()
                .uri("/api/v1/views/" + shared.get("id"))
                .header("If-Match", "\"1\"")
                .body(Map.of("name", "Stale"))
                .exchange()
                .expectStatus()
                .isEqualTo(412);
        owner.delete()
                .uri("/api/v1/views/" + own.get("id"))
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(names(owner)).containsExactly("Open deals");
    }

    @Test
    void hasOneDefaultForEachAudience() {
        var first = create(owner, defaultView("First"), 201);
        create(owner, defaultView("Second"), 201);
        assertThat(get(first).get("is_default")).isEqualTo(false);
        assertThat(create(workspace.httpAs(Role.MEMBER), defaultView("Third"), 403)
                        .get("code"))
                .isEqualTo("not_allowed");
    }

    @Test
    void refusesWhatDoesNotWork() {
        var wrong = Map.of("filter", Map.of("field", "nothing", "op", "is", "value", 1));
        create(owner, Map.of("name", "Wrong", "record_type", "deal", "query", wrong), 400);
        create(owner, Map.of("name", "Wrong", "record_type", "deal", "query", Map.of("colour", "red")), 400);
        create(owner, Map.of("name", " ", "record_type", "deal"), 400);
        create(owner, Map.of("name", "Wrong", "record_type", "nothing"), 404);
    }

    @Test
    void opensWithoutTheConditionOnARemovedField() {
        var field = post(
                owner,
                "/api/v1/schema/fields",
                Map.of("record_type", "deal", "label", "Region", "kind", "text", "filter", true, "sort", true),
                201);
        String name = String.valueOf(field.get("name"));
        var query = Map.of(
                "filter",
                        Map.of(
                                "and",
                                List.of(
                                        Map.of("field", name, "op", "is", "value", "North"),
                                        Map.of("field", "stage", "op", "is", "value", "won"))),
                "sort", List.of(name, "name"),
                "fields", List.of("name", name));
        var view = create(owner, Map.of("name", "North", "record_type", "deal", "query", query), 201);
        owner.delete()
                .uri("/api/v1/schema/fields/" + field.get("id"))
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        var opened = get(view);
        assertThat((List<?>) opened.get("problems")).isNotEmpty();
        assertThat(opened.get("query"))
                .isEqualTo(Map.of(
                        "filter",
                        Map.of("and", List.of(Map.of("field", "stage", "op", "is", "value", "won"))),
                        "sort",
                        List.of("name"),
                        "fields",
                        List.of("name")));
    }

    private static Map<String, Object> view(String name, String visibility) {
        return Map.of(
                "name",
                name,
                "record_type",
                "deal",
                "layout",
                "list",
                "visibility",
                visibility,
                "query",
                Map.of(
                        "filter", Map.of("field", "stage", "op", "is", "value", "won"),
                        "sort", List.of("-updated_at"),
                        "fields", List.of("name", "company_id.name")));
    }

    private static Map<String, Object> defaultView(String name) {
        return Map.of("name", name, "record_type", "deal", "visibility", "shared", "is_default", true);
    }

    private Map<String, Object> get(Map<String, Object> view) {
        return body(owner.get()
                .uri("/api/v1/views/" + view.get("id"))
                .exchange()
                .expectStatus()
                .isOk());
    }

    private static List<Object> names(RestTestClient http) {
        var views = body(http.get()
                .uri("/api/v1/views?record_type=deal")
                .exchange()
                .expectStatus()
                .isOk());
        return ((List<?>) views.get("data"))
                .stream().map(view -> (Object) ((Map<?, ?>) view).get("name")).toList();
    }

    private static Map<String, Object> create(RestTestClient http, Map<String, ?> view, int status) {
        return post(http, "/api/v1/views", view, status);
    }

    private static Map<String, Object> post(RestTestClient http, String uri, Map<String, ?> body, int status) {
        return body(http.post().uri(uri).body(body).exchange().expectStatus().isEqualTo(status));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> body(RestTestClient.ResponseSpec answer) {
        return answer.expectBody(Map.class).returnResult().getResponseBody();
    }
}
