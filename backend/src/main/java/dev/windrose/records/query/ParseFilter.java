package dev.windrose.records.query;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.query.Filter.And;
import dev.windrose.records.query.Filter.Compare;
import dev.windrose.records.query.Filter.Not;
import dev.windrose.records.query.Filter.Or;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the filter tree of the API. */
final class ParseFilter {

    private static final int DEEPEST = 10;
    private static final int MOST = 100;

    private int conditions;

    Filter of(Map<?, ?> json, int depth) {
        if (depth > DEEPEST || ++conditions > MOST) {
            throw malformed(
                    "The filter is too large: at most %d conditions, nested at most %d deep.".formatted(MOST, DEEPEST));
        }
        if (json.containsKey("field")) {
            return compare(json);
        }
        if (json.size() == 1) {
            var entry = json.entrySet().iterator().next();
            switch (entry.getKey().toString()) {
                case "and" -> {
                    return new And(parts(entry.getValue(), depth));
                }
                case "or" -> {
                    return new Or(parts(entry.getValue(), depth));
                }
                case "not" -> {
                    return new Not(of(object(entry.getValue()), depth + 1));
                }
                default -> {}
            }
        }
        throw malformed(
                "A filter is {\"and\": [...]}, {\"or\": [...]}, {\"not\": {...}} or {\"field\": ..., \"op\": ..., \"value\": ...}.");
    }

    private List<Filter> parts(@Nullable Object json, int depth) {
        if (!(json instanceof List<?> list)) {
            throw malformed("\"and\" and \"or\" take a list of filters.");
        }
        return list.stream().map(part -> of(object(part), depth + 1)).toList();
    }

    private static Map<?, ?> object(@Nullable Object json) {
        if (json instanceof Map<?, ?> map) {
            return map;
        }
        throw malformed("Each part of a filter is an object.");
    }

    private static Compare compare(Map<?, ?> json) {
        if (!Set.of("field", "op", "value").containsAll(json.keySet())) {
            throw malformed("A condition has \"field\", \"op\" and \"value\", nothing else.");
        }
        String field = String.valueOf(json.get("field"));
        String op = json.get("op") == null ? "is" : json.get("op").toString();
        return new Compare(
                field,
                FilterOp.of(op)
                        .orElseThrow(() -> new AppException(
                                CommonError.UNKNOWN_FILTER, "There is no filter \"%s\".".formatted(op), field)),
                json.get("value"));
    }

    private static AppException malformed(String sentence) {
        return new AppException(CommonError.UNKNOWN_FILTER, sentence, "filter");
    }
}
