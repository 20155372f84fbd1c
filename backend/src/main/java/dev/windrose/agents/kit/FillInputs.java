package dev.windrose.agents.kit;

import dev.windrose.agents.run.RunStep;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts what a run is given in the place of {@code {$input: name}}. What was not given is left out. */
final class FillInputs {

    private static final String INPUT = "$input";

    private FillInputs() {}

    static Set<String> names(List<RunStep> steps) {
        var names = new LinkedHashSet<String>();
        steps.forEach(step -> collect(step.arguments(), names));
        return names;
    }

    private static void collect(@Nullable Object value, Set<String> names) {
        if (value instanceof Map<?, ?> map) {
            if (map.size() == 1 && map.get(INPUT) instanceof String name) {
                names.add(name);
            } else {
                map.values().forEach(inner -> collect(inner, names));
            }
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> collect(inner, names));
        }
    }

    static List<RunStep> of(List<RunStep> steps, Map<String, @Nullable Object> input) {
        return steps.stream()
                .map(step -> new RunStep(
                        step.id(),
                        step.tool(),
                        step.arguments() == null ? null : filled(step.arguments(), input),
                        step.needs(),
                        step.onFailure(),
                        step.fallback(),
                        step.awaitDecision(),
                        step.run()))
                .toList();
    }

    private static Map<String, @Nullable Object> filled(Map<?, ?> arguments, Map<String, @Nullable Object> input) {
        var filled = new LinkedHashMap<String, @Nullable Object>();
        arguments.forEach((name, value) -> {
            var own = value(value, input);
            if (own != null) {
                filled.put(String.valueOf(name), own);
            }
        });
        return filled;
    }

    private static @Nullable Object value(@Nullable Object value, Map<String, @Nullable Object> input) {
        if (value instanceof Map<?, ?> map) {
            return map.size() == 1 && map.get(INPUT) instanceof String name ? input.get(name) : filled(map, input);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(each -> value(each, input))
                    .filter(java.util.Objects::nonNull)
                    .toList();
        }
        return value;
    }
}
