package dev.windrose.records.duplicates.web;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptors;
import dev.windrose.records.duplicates.LikelyRecord;
import dev.windrose.records.duplicates.MergePreview;
import dev.windrose.records.duplicates.MergeResult;
import dev.windrose.records.duplicates.PairView;
import dev.windrose.records.web.ChangeSetJson;
import dev.windrose.records.web.RecordJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pairs and merges as the API shows them. */
@Component
class DuplicateJson {

    private final Descriptors descriptors;
    private final ChangeSetJson changeSets;

    DuplicateJson(Descriptors descriptors, ChangeSetJson changeSets) {
        this.descriptors = descriptors;
        this.changeSets = changeSets;
    }

    Map<String, @Nullable Object> of(PairView pair) {
        var type = descriptors.get(pair.recordType());
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", pair.id());
        json.put("record_type", pair.recordType());
        json.put("score", rounded(pair.score()));
        json.put("status", pair.status().wire());
        json.put("reasons", pair.reasons());
        json.put(
                "records",
                pair.records().stream()
                        .map(record -> RecordJson.of(type, record))
                        .toList());
        json.put("decided_by", pair.decidedBy());
        json.put(
                "decided_at", pair.decidedAt() == null ? null : pair.decidedAt().toString());
        json.put("change_set_id", pair.changeSetId());
        return json;
    }

    Map<String, @Nullable Object> of(LikelyRecord likely) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("score", rounded(likely.score()));
        json.put("reasons", likely.reasons());
        json.put("record", RecordJson.of(descriptors.get(likely.record().type()), likely.record()));
        return json;
    }

    Map<String, @Nullable Object> of(MergePreview preview) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("dry_run", true);
        json.put("survivor_id", preview.survivor());
        var record = new LinkedHashMap<String, @Nullable Object>();
        var fields = preview.fields().stream()
                .map(field -> {
                    record.put(field.field(), RecordJson.value(field.value()));
                    var entry = new LinkedHashMap<String, @Nullable Object>();
                    entry.put("field", field.field());
                    entry.put("label", field.label());
                    entry.put("value", RecordJson.value(field.value()));
                    entry.put("from", field.from());
                    entry.put("rule", field.rule().wire());
                    return entry;
                })
                .toList();
        json.put("record", record);
        json.put("fields", fields);
        json.put("moves", preview.moves());
        json.put("binned", preview.binned());
        return json;
    }

    Map<String, @Nullable Object> of(MergeResult result) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("merge_id", result.mergeId());
        json.put("survivor_id", result.survivor());
        json.put("change_set", changeSets.of(result.changes()));
        return json;
    }

    /** A body of a merge: which record's value is kept, by field. */
    static Map<String, UUID> chosen(@Nullable Map<String, String> fields) {
        var chosen = new LinkedHashMap<String, UUID>();
        if (fields != null) {
            fields.forEach((field, record) -> chosen.put(field, id(record, field)));
        }
        return chosen;
    }

    static UUID id(@Nullable String text, String member) {
        try {
            return UUID.fromString(String.valueOf(text));
        } catch (IllegalArgumentException malformed) {
            throw new AppException(CommonError.BAD_VALUE, "\"%s\" takes the id of a record.".formatted(member), member);
        }
    }

    static List<UUID> ids(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().map(text -> id(text, "from_ids")).toList();
    }

    private static double rounded(double score) {
        return Math.round(score * 10_000) / 10_000.0;
    }
}
