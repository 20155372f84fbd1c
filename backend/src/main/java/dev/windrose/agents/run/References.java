package dev.windrose.agents.run;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Arguments that an earlier step gives: {@code {"$from": "find", "path": "data.0.id"}}. */
final class References {

    private static final String FROM = "$from";
    private static final String PATH = "path";

    private References() {}

    static boolean is(Object value) {
        return value instanceof Map<?, ?> map
                && map.get(FROM) instanceof String
                && Set.of(FROM, PATH).containsAll(map.keySet());
    }

    /** The steps that are named. */
    static Set<String> steps(@Nullable Object value) {
        var found = new LinkedHashSet<String>();
        if (value instanceof Map<?, ?> map) {
            if (is(map)) {
                found.add(String.valueOf(map.get(FROM)));
            } else {
                map.values().forEach(inner -> found.addAll(steps(inner)));
            }
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> found.addAll(steps(inner)));
        }
        return found;
    }

    /** @throws AppException where a step gave no such thing */
    static Map<String, @Nullable Object> resolve(
            Map<String, @Nullable Object> arguments, Map<String, StepResult> ended, JsonMapper json) {
        var resolved = new LinkedHashMap<String, @Nullable Object>();
        arguments.forEach((name, value) -> resolved.put(name, value(value, ended, json)));
        return resolved;
    }

    private static @Nullable Object value(@Nullable Object given, Map<String, StepResult> ended, JsonMapper json) {
        if (given instanceof Map<?, ?> map) {
            if (is(map)) {
                return found(map, ended, json);
            }
            var inner = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((name, value) -> inner.put(String.valueOf(name), value(value, ended, json)));
            return inner;
        }
        return given instanceof List<?> list
                ? list.stream().map(element -> value(element, ended, json)).toList()
                : given;
    }

    private static @Nullable Object found(Map<?, ?> reference, Map<String, StepResult> ended, JsonMapper json) {
        String step = String.valueOf(reference.get(FROM));
        String path = reference.get(PATH) == null ? "" : String.valueOf(reference.get(PATH));
        var result = ended.get(step);
        var node = result == null ? null : at(result.result(), path);
        if (node == null || node.isMissingNode() || node.isNull()) {
            throw new AppException(
                    CommonError.NOT_FOUND, "The step %s gave no \"%s\".".formatted(step, path), "arguments");
        }
        return json.convertValue(node, Object.class);
    }

    static @Nullable JsonNode at(@Nullable JsonNode tree, String path) {
        return tree == null || path.isEmpty() ? tree : tree.at("/" + path.replace('.', '/'));
    }
}
