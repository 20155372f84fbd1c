package dev.windrose.records.importing;

import dev.windrose.records.store.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that a row may be.
 *
 * @param score how likely it is; null where the row has the very key of the record
 * @param reasons why, in words
 */
public record RowCandidate(UUID id, @Nullable Double score, List<String> reasons) {

    static String json(List<RowCandidate> candidates) {
        return Json.write(candidates.stream()
                .map(one -> {
                    var json = new LinkedHashMap<String, @Nullable Object>();
                    json.put("id", one.id().toString());
                    json.put("score", one.score());
                    json.put("reasons", one.reasons());
                    return json;
                })
                .toList());
    }

    static List<RowCandidate> read(@Nullable String json) {
        return Json.read(json) instanceof List<?> list
                ? list.stream().map(one -> of((Map<?, ?>) one)).toList()
                : List.of();
    }

    private static RowCandidate of(Map<?, ?> json) {
        return new RowCandidate(
                UUID.fromString(String.valueOf(json.get("id"))),
                json.get("score") instanceof Number score ? score.doubleValue() : null,
                json.get("reasons") instanceof List<?> reasons
                        ? reasons.stream().map(String::valueOf).toList()
                        : List.of());
    }
}
