package dev.windrose.journeys.track;

import dev.windrose.platform.ActorScope;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.Workspaces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A fresh workspace with a source of events. */
public record EventWorld(RecordWorld world, String id, String key) {

    public static EventWorld fresh(String... origins) {
        var world = RecordWorld.fresh();
        var made = body(world.workspace()
                .http()
                .post()
                .uri("/api/v1/tracking/sources")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("name", "Web site", "origins", List.of(origins)))
                .exchange()
                .expectStatus()
                .isCreated());
        return new EventWorld(world, made.get("id").asString(), made.get("key").asString());
    }

    /** An event of somebody, with further fields in pairs. */
    public static Map<String, Object> event(String id, String type, String visitor, Object... more) {
        var event = new HashMap<String, Object>(Map.of("id", id, "type", type, "anonymous_id", visitor));
        for (int at = 0; at < more.length; at += 2) {
            event.put(more[at].toString(), more[at + 1]);
        }
        return event;
    }

    public ResponseSpec post(Object body) {
        return world.workspace()
                .anonymous()
                .post()
                .uri("/api/v1/events")
                .header("X-Write-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    @SafeVarargs
    public final JsonNode send(Map<String, Object>... events) {
        return body(post(Map.of("batch", List.of(events))).expectStatus().isOk());
    }

    public JsonNode get(String path) {
        return body(world.workspace()
                .http()
                .get()
                .uri("/api/v1" + path)
                .exchange()
                .expectStatus()
                .isOk());
    }

    /** Rows of a statement that names the tenant. */
    public List<Map<String, Object>> rows(String sql) {
        return ActorScope.call(world.actor(), () -> Workspaces.bean(TransactionTemplate.class)
                .execute(_ -> Workspaces.bean(JdbcClient.class)
                        .sql(sql)
                        .param("tenant", world.actor().tenant().value())
                        .query()
                        .listOfRows()));
    }

    public static JsonNode body(ResponseSpec response) {
        return JsonMapper.shared()
                .readTree(new String(response.expectBody().returnResult().getResponseBodyContent()));
    }
}
