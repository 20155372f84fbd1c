package dev.windrose.context.transfer;

import dev.windrose.context.entry.TextDiff;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan as it is kept and shown. */
final class PlanJson {

    private PlanJson() {}

    static Map<String, @Nullable Object> of(EntryPlan.Planned planned) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("state", planned.state().wire());
        json.put("entry_id", planned.entry() == null ? null : planned.entry().toString());
        json.put("reason", planned.reason());
        json.put("line", planned.line());
        json.put("notes", planned.notes());
        json.put("differences", planned.differences().stream().map(PlanJson::of).toList());
        return json;
    }

    private static Map<String, @Nullable Object> of(EntryPlan.Difference difference) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("field", difference.field());
        json.put("label", difference.label());
        json.put("before", difference.before());
        json.put("after", difference.after());
        json.put("lines", difference.lines().stream().map(PlanJson::of).toList());
        return json;
    }

    private static Map<String, @Nullable Object> of(TextDiff.Line line) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("change", line.change().name().toLowerCase(Locale.ROOT));
        json.put("before", line.before());
        json.put("after", line.after());
        json.put(
                "spans",
                line.spans().stream()
                        .map(span ->
                                Map.of("change", span.change().name().toLowerCase(Locale.ROOT), "text", span.text()))
                        .toList());
        return json;
    }

    static List<Map<String, Object>> of(List<EntryPlan.Also> also) {
        return also.stream()
                .map(one -> Map.<String, Object>of("type", one.type(), "name", one.name()))
                .toList();
    }
}
