package dev.windrose.records.duplicates.web;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.records.Descriptors;
import dev.windrose.records.duplicates.Duplicates;
import dev.windrose.records.duplicates.MergeOrder;
import dev.windrose.records.duplicates.MergeRecords;
import dev.windrose.records.duplicates.MergedRecords;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Makes several records one. */
@RestController
class MergeController {

    private final Duplicates duplicates;
    private final MergeRecords merges;
    private final MergedRecords merged;
    private final Descriptors descriptors;
    private final DuplicateJson json;

    MergeController(
            Duplicates duplicates,
            MergeRecords merges,
            MergedRecords merged,
            Descriptors descriptors,
            DuplicateJson json) {
        this.duplicates = duplicates;
        this.merges = merges;
        this.merged = merged;
        this.descriptors = descriptors;
        this.json = json;
    }

    record OfPair(@Nullable String survivorId, @Nullable Map<String, String> fields) {}

    record OfRecords(
            @Nullable List<String> fromIds, @Nullable Map<String, String> fields) {}

    record Merged(List<MergedRecords.Merged> data) {}

    @PostMapping("/api/v1/duplicates/{id}/merge")
    ResponseEntity<Map<String, @Nullable Object>> ofPair(
            @PathVariable UUID id,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            @RequestBody OfPair body) {
        var order = duplicates.order(
                id, DuplicateJson.id(body.survivorId(), "survivor_id"), DuplicateJson.chosen(body.fields()));
        return answer(order, dryRun);
    }

    @PostMapping("/api/v1/{plural}/{id}/merge")
    ResponseEntity<Map<String, @Nullable Object>> ofRecords(
            @PathVariable String plural,
            @PathVariable UUID id,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            @RequestBody OfRecords body) {
        var type = descriptors.byPlural(plural).name();
        return answer(
                new MergeOrder(type, id, DuplicateJson.ids(body.fromIds()), DuplicateJson.chosen(body.fields())),
                dryRun);
    }

    @GetMapping("/api/v1/{plural}/{id}/merged")
    Merged into(@PathVariable String plural, @PathVariable UUID id) {
        var type = descriptors.byPlural(plural).name();
        Permissions.require(Operation.READ, type);
        return new Merged(merged.into(type, id));
    }

    private ResponseEntity<Map<String, @Nullable Object>> answer(MergeOrder order, boolean dryRun) {
        Permissions.require(Operation.UPDATE, order.type());
        Permissions.require(Operation.DELETE, order.type());
        if (dryRun) {
            return ResponseEntity.ok(json.of(merges.preview(order)));
        }
        var result = merges.merge(order);
        return ResponseEntity.status(result.proposed() ? 202 : 200).body(json.of(result));
    }
}
