package dev.windrose.context.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

@WindroseTest
class TreeApiTests {

    private static final String TREES = "/api/v1/context/trees/";

    private RecordWorld world;
    private RestTestClient http;
    private UUID tree;

    @BeforeEach
    void plant() {
        world = RecordWorld.fresh();
        http = world.workspace().http();
        var product = world.create("product", Map.of("name", "Tern Pro"));
        tree = world.create(
                "message_tree",
                Map.of("headline", "Know every litre", "product_id", product, "value_props", List.of("A", "B", "C")));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> send(HttpMethod method, String uri, Object body, int status, String... headers) {
        var request = http.method(method).uri(uri);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return (body == null ? request : request.body(body))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> props() {
        var nodes = (List<Map<String, Object>>)
                send(HttpMethod.GET, TREES + tree, null, 200).get("nodes");
        return (List<Map<String, Object>>) nodes.getFirst().get("children");
    }

    @SuppressWarnings("unchecked")
    private List<String> titles() {
        return props().stream()
                .map(node ->
                        ((Map<String, Object>) node.get("entry")).get("title").toString())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> entry(int index) {
        return (Map<String, Object>) props().get(index).get("entry");
    }

    @Test
    void movesByTheConventionsOfAllWrites() {
        var last = entry(2);
        var move = Map.of("node_id", last.get("id"), "parent_id", last.get("parent_id"), "before", entry(0).get("id"));
        var shown = send(HttpMethod.POST, TREES + tree + "/move?dry_run=true", move, 200);
        assertThat(shown).containsEntry("dry_run", true);
        assertThat(titles()).containsExactly("A", "B", "C");
        send(HttpMethod.POST, TREES + tree + "/move", move, 412, "If-Match", "\"9\"");
        var once = send(
                HttpMethod.POST, TREES + tree + "/move", move, 200, "If-Match", "\"1\"", "Idempotency-Key", "move-1");
        var again = send(
                HttpMethod.POST, TREES + tree + "/move", move, 200, "If-Match", "\"1\"", "Idempotency-Key", "move-1");
        assertThat(again.get("change_set_id")).isEqualTo(once.get("change_set_id"));
        assertThat(titles()).containsExactly("C", "A", "B");
        send(HttpMethod.POST, "/api/v1/change-sets/" + once.get("change_set_id") + "/undo", Map.of(), 200);
        assertThat(titles()).containsExactly("A", "B", "C");
    }

    @Test
    void insertsWhereItIsAskedTo() {
        var first = entry(0);
        var body = Map.of(
                "kind",
                "value_prop",
                "title",
                "New",
                "status",
                "live",
                "parent_id",
                first.get("parent_id"),
                "after",
                first.get("id"));
        send(HttpMethod.POST, TREES + tree + "/insert", body, 200);
        assertThat(titles()).containsExactly("A", "New", "B", "C");
        assertThat(send(HttpMethod.POST, TREES + tree + "/insert", Map.of("title", "x"), 400))
                .containsEntry("field", "kind");
        assertThat(world.get("message_tree", tree).value("value_props")).isEqualTo(List.of("A", "New", "B", "C"));
    }

    @Test
    void answersForAccountsUsesAndCards() {
        var company = world.create("company", Map.of("name", "Corvane"));
        assertThat(send(HttpMethod.GET, TREES + "for-account/" + company, null, 200)
                        .get("products"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(1);
        var rival = world.create("competitor", Map.of("name", "Northgate", "weaknesses", "Cuts pipes."));
        send(HttpMethod.POST, "/api/v1/context/battle-cards/" + rival + "/draft", Map.of(), 200);
        var card = send(HttpMethod.GET, "/api/v1/context/battle-cards/" + rival, null, 200);
        assertThat(card.get("card")).isNotNull();
        var node = entry(0).get("id");
        send(
                HttpMethod.POST,
                "/api/v1/context/uses",
                Map.of("entry_id", node, "kind", "deck", "label", "Autumn deck"),
                201);
        var uses = send(HttpMethod.GET, "/api/v1/context/uses?entry=" + node, null, 200);
        assertThat((List<?>) uses.get("data")).hasSize(1);
        send(HttpMethod.GET, "/api/v1/context/outdated", null, 200);
        send(HttpMethod.GET, TREES + UUID.randomUUID(), null, 404);
    }

    @Test
    @SuppressWarnings("unchecked")
    void tellsHowEachTreeFaresAndWhereAMessageMayStand() {
        var listed = (List<Map<String, Object>>)
                send(HttpMethod.GET, "/api/v1/context/trees", null, 200).get("data");
        assertThat(listed.getFirst())
                .containsEntry("headline", "Know every litre")
                .containsEntry("messages", 4)
                .containsEntry("live", 4)
                .containsEntry("outdated", 0);
        assertThat((List<String>) listed.getFirst().get("notes")).anyMatch(note -> note.contains("problem"));
        var kinds = (List<Map<String, Object>>)
                send(HttpMethod.GET, TREES + tree, null, 200).get("kinds");
        assertThat(kinds)
                .filteredOn(kind -> kind.get("kind").equals("value_prop"))
                .first()
                .satisfies(kind -> assertThat(kind.get("parents")).isEqualTo(List.of("headline")));
    }

    @Test
    @SuppressWarnings("unchecked")
    void settlesWhatIsStillOut() {
        var node = entry(0).get("id");
        var use = send(
                HttpMethod.POST,
                "/api/v1/context/uses",
                Map.of("entry_id", node, "kind", "deck", "label", "Autumn deck"),
                201);
        world.update("context_entry", UUID.fromString(node.toString()), Map.of("title", "Something else altogether"));
        var out = (List<Map<String, Object>>)
                send(HttpMethod.GET, "/api/v1/context/outdated", null, 200).get("data");
        assertThat(out.getFirst()).containsEntry("reason", "changed").containsEntry("old_text", "A");
        String settle = "/api/v1/context/uses/" + use.get("id") + "/settle";
        send(HttpMethod.POST, settle, Map.of("as", "gone"), 400);
        send(HttpMethod.POST, settle, Map.of("as", "left"), 400);
        send(HttpMethod.POST, settle, Map.of("as", "corrected"), 204);
        assertThat((List<?>) send(HttpMethod.GET, "/api/v1/context/outdated", null, 200)
                        .get("data"))
                .isEmpty();
        var settled = (List<Map<String, Object>>) send(HttpMethod.GET, "/api/v1/context/outdated/settled", null, 200)
                .get("data");
        assertThat(settled.getFirst()).containsEntry("as", "corrected");
        send(HttpMethod.POST, "/api/v1/context/uses/" + use.get("id") + "/reopen", Map.of(), 204);
        assertThat((List<?>) send(HttpMethod.GET, "/api/v1/context/outdated", null, 200)
                        .get("data"))
                .hasSize(1);
    }
}
