package dev.windrose.agents.run;

import dev.windrose.agents.tool.CallTool;
import dev.windrose.agents.tool.ToolRights;
import dev.windrose.agents.tool.Tools;
import dev.windrose.context.RunEvent;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.tool.Effect;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the reading steps of a run once more, by the code and the records of today, as whoever asks. Steps that wrote are named, not repeated. */
@Component
public class ReplayRun {

    private static final int MOST_DIFFERENCES = 50;

    private final Runs runs;
    private final Tools tools;
    private final CallTool call;
    private final JsonMapper json;

    ReplayRun(Runs runs, Tools tools, CallTool call, JsonMapper json) {
        this.runs = runs;
        this.tools = tools;
        this.call = call;
        this.json = json;
    }

    /**
     * A step then and now.
     *
     * @param outcome same, changed, failed or not_repeated
     */
    public record Compared(
            String step,
            String tool,
            String outcome,
            @Nullable String error,
            List<Difference> differences,
            long millisThen,
            long millisNow) {}

    /** @param path within the result */
    public record Difference(
            String path, @Nullable JsonNode then, @Nullable JsonNode now) {}

    public List<Compared> of(UUID id) {
        return runs.events(id, 0).stream()
                .filter(event ->
                        event.name().equals("step_done") && event.data().get("tool") instanceof String)
                .map(this::again)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Compared again(RunEvent event) {
        var data = event.data();
        String step = String.valueOf(data.get("step"));
        String name = String.valueOf(data.get("tool"));
        long then = data.get("millis") instanceof Number millis ? millis.longValue() : 0;
        var known = tools.find(name);
        if (known.isEmpty()) {
            return new Compared(step, name, "failed", "This tool is not there any more.", List.of(), then, 0);
        }
        if (known.get().effect() != Effect.READ) {
            return new Compared(step, name, "not_repeated", null, List.of(), then, 0);
        }
        long begin = System.nanoTime();
        try {
            var arguments = data.get("arguments") instanceof Map<?, ?> map
                    ? (Map<String, @Nullable Object>) map
                    : Map.<String, @Nullable Object>of();
            var now = call.of(name, arguments, ToolRights.ALL);
            var differences = new ArrayList<Difference>();
            compare("", json.valueToTree(data.get("result")), now, differences);
            return new Compared(
                    step,
                    name,
                    differences.isEmpty() ? "same" : "changed",
                    null,
                    differences,
                    then,
                    (System.nanoTime() - begin) / 1_000_000);
        } catch (AppException failure) {
            return new Compared(step, name, "failed", failure.getMessage(), List.of(), then, 0);
        }
    }

    private static void compare(String path, JsonNode then, JsonNode now, List<Difference> out) {
        if (then.equals(now) || out.size() >= MOST_DIFFERENCES || sameNumber(then, now)) {
            return;
        }
        if (then.isObject() && now.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            then.propertyNames().forEach(names::add);
            now.propertyNames().forEach(names::add);
            names.forEach(name -> compare(path + "/" + name, then.path(name), now.path(name), out));
        } else if (then.isArray() && now.isArray()) {
            for (int index = 0; index < Math.max(then.size(), now.size()); index++) {
                compare(path + "/" + index, then.path(index), now.path(index), out);
            }
        } else {
            out.add(new Difference(path, present(then), present(now)));
        }
    }

    private static boolean sameNumber(JsonNode then, JsonNode now) {
        return then.isNumber() && now.isNumber() && then.decimalValue().compareTo(now.decimalValue()) == 0;
    }

    private static @Nullable JsonNode present(JsonNode node) {
        return node.isMissingNode() ? null : node;
    }
}
