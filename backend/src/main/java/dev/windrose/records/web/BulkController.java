package dev.windrose.records.web;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.RecordType;
import dev.windrose.records.bulk.BulkEdit;
import dev.windrose.records.bulk.BulkEdits;
import dev.windrose.records.bulk.BulkResult;
import dev.windrose.records.change.Op;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Changes of many records at once. */
@RestController
class BulkController {

    private static final Set<String> MEMBERS =
            Set.of("ids", "filter", "set", "add", "remove", "action", "expected_count", "dry_run");

    /** Operations shown of a change set that may have thousands. */
    private static final int SHOWN = 50;

    private final Descriptors descriptors;
    private final BulkEdits edits;
    private final AnswerOnce once;
    private final ChangeSetJson changeSets;

    BulkController(Descriptors descriptors, BulkEdits edits, AnswerOnce once, ChangeSetJson changeSets) {
        this.descriptors = descriptors;
        this.edits = edits;
        this.once = once;
        this.changeSets = changeSets;
    }

    @PostMapping("/api/v1/{plural}/bulk")
    ResponseEntity<Map<String, @Nullable Object>> bulk(
            @PathVariable String plural, @RequestBody Map<String, @Nullable Object> body, HttpServletRequest request) {
        var type = descriptors.byPlural(plural);
        var edit = edit(type, body);
        require(type, edit.op());
        var options = WriteOptions.of(request);
        if (options.dryRun() || Boolean.TRUE.equals(body.get("dry_run"))) {
            var json = json(edits.preview(edit));
            json.put("dry_run", true);
            return ResponseEntity.ok(json);
        }
        return once.to(options.idempotencyKey(), "POST %s/bulk".formatted(plural), body, () -> {
                    var result = edits.apply(edit);
                    return new Answer(result.job() == null ? 200 : 202, json(result));
                })
                .entity();
    }

    private static void require(Descriptor type, Op op) {
        var operation =
                switch (op) {
                    case CREATE, UPDATE -> Operation.UPDATE;
                    case DELETE -> Operation.DELETE;
                    case RESTORE -> Operation.RESTORE;
                };
        Permissions.require(operation, type.name());
        var offered = op == Op.UPDATE ? RecordType.Operation.UPDATE : RecordType.Operation.DELETE;
        if (!type.operations().contains(offered)) {
            throw new AppException(
                    CommonError.NOT_ALLOWED, "%s are written by the product itself.".formatted(type.labelPlural()));
        }
    }

    private static BulkEdit edit(Descriptor type, Map<String, @Nullable Object> json) {
        json.keySet().stream()
                .filter(member -> !MEMBERS.contains(member))
                .findFirst()
                .ifPresent(member -> {
                    throw new AppException(
                            CommonError.UNKNOWN_FIELD, "A bulk edit has no \"%s\".".formatted(member), member);
                });
        return new BulkEdit(
                type.name(),
                op(json.get("action")),
                ids(json.get("ids")),
                json.get("filter") == null ? null : object(json.get("filter"), "filter"),
                object(json.get("set"), "set"),
                object(json.get("add"), "add"),
                object(json.get("remove"), "remove"),
                json.get("expected_count") instanceof Number count ? count.longValue() : null);
    }

    private static Op op(@Nullable Object action) {
        return switch (String.valueOf(action)) {
            case "null" -> Op.UPDATE;
            case "delete" -> Op.DELETE;
            case "restore" -> Op.RESTORE;
            default -> throw new AppException(CommonError.BAD_VALUE, "An action is delete or restore.", "action");
        };
    }

    private static @Nullable List<UUID> ids(@Nullable Object given) {
        if (given == null) {
            return null;
        }
        if (!(given instanceof List<?> list)) {
            throw new AppException(CommonError.WRONG_TYPE, "\"ids\" takes a list of ids.", "ids");
        }
        try {
            return list.stream()
                    .map(id -> UUID.fromString(String.valueOf(id)))
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException malformed) {
            throw new AppException(CommonError.BAD_VALUE, "\"ids\" takes a list of ids.", "ids");
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(@Nullable Object given, String member) {
        return switch (given) {
            case null -> Map.of();
            case Map<?, ?> map -> (Map<String, Object>) map;
            default ->
                throw new AppException(CommonError.WRONG_TYPE, "\"%s\" takes an object.".formatted(member), member);
        };
    }

    private Map<String, @Nullable Object> json(BulkResult result) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        var set = result.set();
        if (set != null) {
            json.putAll(changeSets.of(
                    set.with(set.operations().stream().limit(SHOWN).toList())));
            json.put(
                    "operation_count",
                    result.counts().changed() + result.counts().refused());
        }
        json.put(
                "counts",
                Map.of(
                        "total", result.counts().total(),
                        "changed", result.counts().changed(),
                        "unchanged", result.counts().unchanged(),
                        "refused", result.counts().refused()));
        json.put("job_id", result.job() == null ? null : result.job().value().toString());
        return json;
    }
}
