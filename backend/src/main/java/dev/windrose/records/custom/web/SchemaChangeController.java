package dev.windrose.records.custom.web;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.records.custom.SchemaChange;
import dev.windrose.records.custom.SchemaChanges;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was changed in the schema, and taking it back. */
@RestController
@RequestMapping("/api/v1/schema/changes")
class SchemaChangeController {

    private final SchemaChanges changes;

    SchemaChangeController(SchemaChanges changes) {
        this.changes = changes;
    }

    @GetMapping
    Map<String, @Nullable Object> list(
            @RequestParam(required = false) @Nullable UUID cursor, @RequestParam(defaultValue = "50") int limit) {
        Permissions.require(Operation.READ, "workspace");
        int most = Math.clamp(limit, 1, 200);
        var found = changes.list(cursor, most);
        var shown = found.stream().limit(most).toList();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("data", shown.stream().map(SchemaChangeController::json).toList());
        json.put("next_cursor", found.size() > most ? shown.getLast().id().toString() : null);
        return json;
    }

    @PostMapping("/{id}/roll-back")
    ResponseEntity<Map<String, @Nullable Object>> rollBack(@PathVariable UUID id) {
        Permissions.require(Operation.MANAGE, "workspace");
        return SchemaController.answer(changes.rollBack(id), 200);
    }

    private static Map<String, @Nullable Object> json(SchemaChange change) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", change.id().toString());
        json.put("at", change.at().toString());
        json.put("by", change.actorName());
        json.put("person_id", change.person() == null ? null : change.person().toString());
        json.put("summary", change.summary());
        json.put("subject", change.subject());
        json.put("subject_id", change.subjectId().toString());
        json.put("before", change.before());
        json.put("after", change.after());
        json.put("impact", change.impact());
        json.put(
                "rolls_back",
                change.rollsBack() == null ? null : change.rollsBack().toString());
        json.put(
                "rolled_back_by",
                change.rolledBackBy() == null ? null : change.rolledBackBy().toString());
        return json;
    }
}
