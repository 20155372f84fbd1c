package dev.windrose.intake.eval;

import dev.windrose.intake.reading.Operation;
import dev.windrose.intake.reading.Understanding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form in which predictions are scored. */
final class Predictions {

    private Predictions() {}

    static Map<String, Object> of(String id, Understanding understanding) {
        var line = new LinkedHashMap<String, Object>();
        line.put("id", id);
        line.put("intents", understanding.intents());
        var operations = new ArrayList<Map<String, Object>>();
        understanding.operations().forEach(operation -> operations.add(operation(operation)));
        line.put("operations", operations);
        line.put("clarify", understanding.clarify());
        line.put(
                "answer",
                understanding.answer() == null ? null : understanding.answer().text());
        return line;
    }

    /** From a decision log: what was applied and what waits, with the ids of the case. */
    static Map<String, Object> of(String id, Map<String, @Nullable Object> decision, LoadKnown known) {
        var line = new LinkedHashMap<String, Object>();
        line.put("id", id);
        line.put("intents", Objects.requireNonNull(decision.get("intents")));
        var operations = new LinkedHashMap<String, Map<String, Object>>();
        for (var entry : (List<?>) Objects.requireNonNull(decision.get("operations"))) {
            var operation = (Map<?, ?>) entry;
            // Changes of what the company knows are no operations of the form that is scored.
            boolean record = !"context_entry".equals(operation.get("entity"));
            if (record && !"refused".equals(operation.get("status"))) {
                var match = match((Map<?, ?>) operation.get("match"), known);
                var same = operations.computeIfAbsent(
                        operation.get("op") + " " + operation.get("entity") + " " + match,
                        _ -> shape(operation, match));
                ((Map<?, ?>) operation.get("fields"))
                        .forEach((field, value) -> fields(same).put(String.valueOf(field), value));
            }
        }
        line.put("operations", List.copyOf(operations.values()));
        line.put("clarify", Boolean.TRUE.equals(decision.get("clarify")));
        line.put("answer", decision.get("answer"));
        return line;
    }

    private static Map<String, Object> shape(Map<?, ?> operation, Map<String, Object> match) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("op", String.valueOf(operation.get("op")));
        shape.put("entity", String.valueOf(operation.get("entity")));
        shape.put("match", match);
        shape.put("fields", new LinkedHashMap<String, Object>());
        return shape;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Map<String, Object> shape) {
        return (Map<String, Object>) Objects.requireNonNull(shape.get("fields"));
    }

    private static Map<String, Object> match(Map<?, ?> match, LoadKnown known) {
        var out = new LinkedHashMap<String, Object>();
        match.forEach((key, value) ->
                out.put(String.valueOf(key), key.equals("id") ? known.caseId(String.valueOf(value)) : value));
        return out;
    }

    private static Map<String, Object> operation(Operation operation) {
        var out = new LinkedHashMap<String, Object>();
        out.put("op", operation.op());
        out.put("entity", operation.entity());
        out.put(
                "match",
                operation.record() == null
                        ? operation.key()
                        : Map.of("id", operation.record().id()));
        out.put("fields", operation.values());
        return out;
    }
}
