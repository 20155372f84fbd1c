package dev.windrose.context.entry;

import dev.windrose.platform.Actor;
import dev.windrose.platform.Role;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.Workspaces;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A fresh workspace with short ways to write entries in it. */
record EntryWorld(RecordWorld records) {

    static EntryWorld fresh() {
        return new EntryWorld(RecordWorld.fresh());
    }

    Actor member(String name) {
        return records.workspace().person(name, Role.MEMBER);
    }

    UUID faq(String title, Map<String, Object> more) {
        return faq(records, title, more);
    }

    static UUID faq(RecordWorld as, String title, Map<String, Object> more) {
        var values = new HashMap<String, Object>(Map.of("category", "best_practice", "kind", "faq", "title", title));
        values.putAll(more);
        return as.create("context_entry", values);
    }

    String status(UUID id) {
        return String.valueOf(records.get("context_entry", id).value("status"));
    }

    void set(EntryCategory category, boolean review, RetentionAction action, int days) {
        records.in(() -> Workspaces.bean(Categories.class)
                .change(new CategorySettings(category, review, Role.ADMIN, action == null ? null : days, action)));
    }

    void reviewed(EntryCategory category) {
        records.in(() ->
                Workspaces.bean(Categories.class).change(new CategorySettings(category, true, Role.ADMIN, null, null)));
    }

    /** As if the entry had last been changed that long ago. */
    void age(UUID id, Duration by) {
        age("updated_at", id, by);
    }

    /** As if it had been put into the bin that long ago. */
    void ageBin(UUID id, Duration by) {
        age("deleted_at", id, by);
    }

    private void age(String column, UUID id, Duration by) {
        records.in(() -> Workspaces.bean(TransactionTemplate.class).execute(_ -> Workspaces.bean(JdbcClient.class)
                .sql("update context_entries set %s = :at where tenant_id = :tenant and id = :id".formatted(column))
                .param("at", Instant.now().minus(by).atOffset(ZoneOffset.UTC))
                .param("tenant", records.workspace().tenant().value())
                .param("id", id)
                .update()));
    }

    /** The upkeep of today, done at once. */
    void upkeep() {
        var transaction = Workspaces.bean(TransactionTemplate.class);
        var retention = Workspaces.bean(Retention.class);
        var system = Actor.system(records.workspace().tenant());
        records.as(system).in(() -> {
            transaction.executeWithoutResult(
                    _ -> Workspaces.bean(ExpireEntries.class).batch());
            for (var category : EntryCategory.values()) {
                var settings = Workspaces.bean(Categories.class).of(category);
                transaction.executeWithoutResult(_ -> retention.batch(settings));
                transaction.executeWithoutResult(_ -> retention.eraseBatch(settings));
            }
            return true;
        });
    }

    String get(Actor actor, String path) {
        return Objects.requireNonNull(records.workspace()
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

    /** The status and the body of an answer. */
    String post(Actor actor, String path, Object body) {
        var result = records.workspace()
                .httpOf(actor)
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        return result.getStatus().value() + " " + result.getResponseBody();
    }
}
