package dev.windrose.records.web;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.ExternalId;
import dev.windrose.records.RecordData;
import dev.windrose.records.duplicates.MergedRecords;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.RecordTrail;
import dev.windrose.records.query.Records;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads records of every type. */
@RestController
@RequestMapping("/api/v1/{plural}")
class RecordController {

    private final Descriptors descriptors;
    private final Records records;
    private final RecordTrail trail;
    private final MergedRecords merged;

    RecordController(Descriptors descriptors, Records records, RecordTrail trail, MergedRecords merged) {
        this.merged = merged;
        this.descriptors = descriptors;
        this.records = records;
        this.trail = trail;
    }

    @GetMapping
    Map<String, @Nullable Object> list(
            @PathVariable String plural, @RequestParam MultiValueMap<String, String> parameters) {
        var type = readable(plural);
        return page(type, QueryParameters.of(type.name(), parameters));
    }

    @PostMapping("/query")
    Map<String, @Nullable Object> query(
            @PathVariable String plural,
            @RequestParam(defaultValue = "false") boolean bin,
            @RequestBody Map<String, @Nullable Object> body) {
        var type = readable(plural);
        return page(type, QueryJson.of(type.name(), body, bin));
    }

    private Map<String, @Nullable Object> page(Descriptor type, RecordQuery query) {
        var page = records.page(query);
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put(
                "data",
                page.data().stream()
                        .map(record -> RecordJson.of(type, record, query.fields()))
                        .toList());
        json.put("next_cursor", page.nextCursor());
        if (page.total() != null) {
            json.put("total", page.total());
            json.put("total_is_estimate", page.totalIsEstimate());
        }
        return json;
    }

    @GetMapping("/{id}")
    ResponseEntity<Map<String, @Nullable Object>> get(
            @PathVariable String plural,
            @PathVariable UUID id,
            @RequestParam(name = "as_of", required = false) @Nullable String asOf,
            @RequestParam(name = "merged", defaultValue = "true") boolean follow) {
        var type = readable(plural);
        var moment = QueryJson.moment(asOf);
        if (moment != null) {
            var past = RecordJson.of(type, records.past(type.name(), id, moment), Set.of());
            past.put("as_of", moment.toString());
            return ResponseEntity.ok(past);
        }
        var found = records.find(type.name(), id);
        // A record in use is part of no other.
        boolean gone = found.filter(record -> !record.binned()).isEmpty();
        var survivor = follow && gone ? merged.survivor(type.name(), id) : Optional.<UUID>empty();
        return survivor.isPresent()
                ? merged(type, id, survivor.get())
                : answer(type, found.orElseGet(() -> records.get(type.name(), id)));
    }

    /** Whoever kept the address of a merged record finds what it is part of. */
    private ResponseEntity<Map<String, @Nullable Object>> merged(Descriptor type, UUID asked, UUID survivor) {
        var record = records.get(type.name(), survivor);
        var json = RecordJson.of(type, record, Set.of());
        json.put("merged_from", asked.toString());
        return ResponseEntity.ok().eTag("\"%d\"".formatted(record.version())).body(json);
    }

    @GetMapping("/by-external-id")
    ResponseEntity<Map<String, @Nullable Object>> byExternalId(
            @PathVariable String plural, @RequestParam String source, @RequestParam String id) {
        var type = readable(plural);
        var found = records.byExternalId(type.name(), new ExternalId(source, id))
                .orElseThrow(() -> new AppException(
                        CommonError.NOT_FOUND,
                        "No %s has the id %s of %s.".formatted(type.label().toLowerCase(Locale.ROOT), id, source)));
        return answer(type, records.get(type.name(), found));
    }

    @GetMapping("/{id}/history")
    Map<String, @Nullable Object> history(
            @PathVariable String plural,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "9223372036854775807") long cursor) {
        var type = readable(plural);
        int most = Math.clamp(limit, 1, RecordQuery.MOST);
        var entries = trail.history(type.name(), id, cursor, most + 1);
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("data", entries.stream().limit(most).toList());
        json.put(
                "next_cursor",
                entries.size() > most ? String.valueOf(entries.get(most - 1).get("version")) : null);
        return json;
    }

    @GetMapping("/{id}/provenance")
    Map<String, Object> provenance(@PathVariable String plural, @PathVariable UUID id) {
        return trail.provenance(readable(plural).name(), id);
    }

    private Descriptor readable(String plural) {
        var type = descriptors.byPlural(plural);
        Permissions.require(Operation.READ, type.name());
        return type;
    }

    private static ResponseEntity<Map<String, @Nullable Object>> answer(Descriptor type, RecordData record) {
        return ResponseEntity.ok()
                .eTag("\"%d\"".formatted(record.version()))
                .body(RecordJson.of(type, record, Set.of()));
    }
}
