package dev.windrose.records.custom.web;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.records.custom.CustomFields;
import dev.windrose.records.custom.CustomTypes;
import dev.windrose.records.custom.SchemaAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Fields and types that a workspace adds. */
@RestController
@RequestMapping("/api/v1/schema")
class SchemaController {

    private static final String SUBJECT = "workspace";

    private final CustomFields fields;
    private final CustomTypes types;

    SchemaController(CustomFields fields, CustomTypes types) {
        this.fields = fields;
        this.types = types;
    }

    record Definitions(List<Map<String, @Nullable Object>> data) {}

    @GetMapping("/fields")
    Definitions fields(@RequestParam(required = false) @Nullable String type) {
        Permissions.require(Operation.READ, SUBJECT);
        return new Definitions(fields.list(type));
    }

    @PostMapping("/fields")
    ResponseEntity<Map<String, @Nullable Object>> createField(
            @RequestBody Map<String, @Nullable Object> body,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun) {
        return answer(manage(() -> fields.create(body, dryRun)), 201);
    }

    /** Also {@code deal.stage}: values added to a built-in choice field. */
    @PatchMapping("/fields/{id}")
    ResponseEntity<Map<String, @Nullable Object>> changeField(
            @PathVariable String id,
            @RequestBody Map<String, @Nullable Object> body,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun) {
        return answer(manage(() -> fields.change(id, body, dryRun)), 200);
    }

    @DeleteMapping("/fields/{id}")
    ResponseEntity<Map<String, @Nullable Object>> removeField(
            @PathVariable UUID id, @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun) {
        return answer(manage(() -> fields.remove(id, dryRun)), 200);
    }

    @PostMapping("/fields/{id}/restore")
    ResponseEntity<Map<String, @Nullable Object>> restoreField(
            @PathVariable UUID id, @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun) {
        return answer(manage(() -> fields.restore(id, dryRun)), 200);
    }

    @GetMapping("/entities")
    Definitions entities() {
        Permissions.require(Operation.READ, SUBJECT);
        return new Definitions(types.list());
    }

    @PostMapping("/entities")
    ResponseEntity<Map<String, @Nullable Object>> createEntity(
            @RequestBody Map<String, @Nullable Object> body,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun) {
        return answer(manage(() -> types.create(body, dryRun)), 201);
    }

    @PatchMapping("/entities/{id}")
    ResponseEntity<Map<String, @Nullable Object>> changeEntity(
            @PathVariable UUID id,
            @RequestBody Map<String, @Nullable Object> body,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun) {
        return answer(manage(() -> types.change(id, body, dryRun)), 200);
    }

    @DeleteMapping("/entities/{id}")
    ResponseEntity<Map<String, @Nullable Object>> removeEntity(
            @PathVariable UUID id, @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun) {
        return answer(manage(() -> types.remove(id, dryRun)), 200);
    }

    @PostMapping("/entities/{id}/restore")
    ResponseEntity<Map<String, @Nullable Object>> restoreEntity(
            @PathVariable UUID id, @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun) {
        return answer(manage(() -> types.restore(id, dryRun)), 200);
    }

    private static SchemaAnswer manage(Supplier<SchemaAnswer> change) {
        Permissions.require(Operation.MANAGE, SUBJECT);
        return change.get();
    }

    static ResponseEntity<Map<String, @Nullable Object>> answer(SchemaAnswer answer, int status) {
        var json = new LinkedHashMap<String, @Nullable Object>(answer.definition());
        json.put("impact", answer.impactJson());
        if (answer.job() != null) {
            json.put("job_id", answer.job().toString());
            return ResponseEntity.accepted().body(json);
        }
        if (answer.change() == null) {
            json.put("dry_run", true);
            return ResponseEntity.ok(json);
        }
        json.put("change_id", answer.change().toString());
        return ResponseEntity.status(status).body(json);
    }
}
