package dev.windrose.intake.eval;

import dev.windrose.intake.reading.Operation;
import dev.windrose.intake.reading.Understanding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

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
        line.put("answer", understanding.answer() == null ? null : understanding.answer().text());
        return line;
    }

    private static Map<String, Object> operation(Operation operation) {
        var out = new LinkedHashMap<String, Object>();
        out.put("op", operation.op());
        out.put("entity", operation.entity());
        out.put("match", operation.record() == null ? operation.key() : Map.of("id", operation.record().id()));
        out.put("fields", operation.values());
        return out;
    }
}
