package dev.windrose.records.duplicates.web;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptors;
import dev.windrose.records.duplicates.CandidateStatus;
import dev.windrose.records.duplicates.Duplicates;
import dev.windrose.records.duplicates.LikelyRecords;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The queue of pairs that may be the same. */
@RestController
class DuplicateController {

    private static final int LIKELY = 5;

    private final Duplicates duplicates;
    private final LikelyRecords likely;
    private final Descriptors descriptors;
    private final DuplicateJson json;

    DuplicateController(Duplicates duplicates, LikelyRecords likely, Descriptors descriptors, DuplicateJson json) {
        this.duplicates = duplicates;
        this.likely = likely;
        this.descriptors = descriptors;
        this.json = json;
    }

    record Check(@Nullable String type, @Nullable Map<String, @Nullable Object> values) {}

    record Found(List<Map<String, @Nullable Object>> data) {}

    @GetMapping("/api/v1/duplicates")
    Map<String, @Nullable Object> list(
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(defaultValue = "open") String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit) {
        if (type == null) {
            Permissions.require(Operation.READ, "workspace");
        } else {
            readable(type);
        }
        var page = duplicates.page(type, status(status), cursor, Math.clamp(limit, 1, 100));
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("data", page.data().stream().map(json::of).toList());
        answer.put("next_cursor", page.nextCursor());
        answer.put("total", page.total());
        return answer;
    }

    @GetMapping("/api/v1/duplicates/counts")
    Map<String, Long> counts() {
        Permissions.require(Operation.READ, "workspace");
        return duplicates.counts();
    }

    @GetMapping("/api/v1/duplicates/{id}")
    Map<String, @Nullable Object> get(@PathVariable UUID id) {
        var pair = duplicates.get(id);
        readable(pair.recordType());
        return json.of(pair);
    }

    @PostMapping("/api/v1/duplicates/{id}/dismiss")
    Map<String, @Nullable Object> dismiss(@PathVariable UUID id) {
        Permissions.require(Operation.UPDATE, duplicates.get(id).recordType());
        return json.of(duplicates.dismiss(id));
    }

    @PostMapping("/api/v1/duplicates/{id}/reopen")
    Map<String, @Nullable Object> reopen(@PathVariable UUID id) {
        Permissions.require(Operation.UPDATE, duplicates.get(id).recordType());
        return json.of(duplicates.reopen(id));
    }

    @PostMapping("/api/v1/duplicates/check")
    Found check(@RequestBody Check body) {
        if (body.type() == null || body.values() == null) {
            throw new AppException(CommonError.REQUIRED, "Name the \"type\" and the \"values\".", "type");
        }
        readable(body.type());
        return new Found(likely.find(body.type(), body.values(), LIKELY).stream()
                .map(json::of)
                .toList());
    }

    @GetMapping("/api/v1/{plural}/{id}/duplicates")
    Found of(@PathVariable String plural, @PathVariable UUID id) {
        var type = descriptors.byPlural(plural).name();
        readable(type);
        return new Found(duplicates.of(type, id).stream().map(json::of).toList());
    }

    private void readable(String type) {
        Permissions.require(Operation.READ, descriptors.get(type).name());
    }

    private static CandidateStatus status(String wire) {
        return Arrays.stream(CandidateStatus.values())
                .filter(status -> status.wire().equals(wire))
                .findFirst()
                .orElseThrow(() ->
                        new AppException(CommonError.BAD_VALUE, "The status is open, merged or dismissed.", "status"));
    }
}
