package dev.windrose.context.web;

import dev.windrose.context.policy.CompileClause;
import dev.windrose.context.transfer.TransferItem;
import dev.windrose.context.transfer.Transfers.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Transfers and what is in them, as JSON. */
final class TransferJson {

    private static final List<String> STATES = List.of("new", "changed", "waits", "same", "refused", "left_out");

    private TransferJson() {}

    static Map<String, @Nullable Object> of(Standing standing, List<TransferItem> items) {
        var transfer = standing.transfer();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", transfer.id().toString());
        json.put("kind", transfer.kind().wire());
        json.put("name", transfer.name());
        json.put("status", standing.status().wire());
        json.put("problem", standing.problem());
        json.put("make", transfer.make());
        json.put("notes", transfer.notes());
        json.put("also", transfer.also());
        json.put(
                "change_set_id",
                transfer.changeSet() == null ? null : transfer.changeSet().toString());
        json.put("created_at", transfer.createdAt().toString());
        json.put("progress", standing.job().map(job -> job.progress()).orElse(null));
        json.put("counts", counts(items));
        json.put("proposed", items.stream().filter(TransferItem::proposed).count());
        return json;
    }

    private static Map<String, Integer> counts(List<TransferItem> items) {
        var counts = new LinkedHashMap<String, Integer>();
        STATES.forEach(state -> counts.put(state, 0));
        items.forEach(item -> counts.merge(state(item), 1, Integer::sum));
        return counts;
    }

    private static String state(TransferItem item) {
        if (item.broken() != null) {
            return "refused";
        }
        var plan = item.plan();
        return !item.included() ? "left_out" : plan == null ? "new" : String.valueOf(plan.getOrDefault("state", "new"));
    }

    /** As a line of a list. */
    static Map<String, @Nullable Object> of(TransferItem item) {
        Map<String, @Nullable Object> front = item.front() == null ? Map.of() : item.front();
        Map<String, @Nullable Object> plan = item.plan() == null ? Map.of() : item.plan();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("position", item.position());
        json.put("path", item.path());
        json.put("question", item.question());
        json.put("proposed", item.proposed());
        json.put("included", item.included());
        json.put("sure", item.sure());
        json.put("reasons", item.reasons());
        for (String field : List.of("category", "kind", "title", "language", "source", "status")) {
            json.put(field, front.get(field));
        }
        json.put("state", state(item));
        boolean counts = item.included() || item.broken() != null;
        json.put("reason", item.broken() != null ? item.broken() : counts ? plan.get("reason") : null);
        json.put("line", item.broken() != null ? item.brokenLine() : counts ? plan.get("line") : null);
        json.put("notes", plan.getOrDefault("notes", List.of()));
        json.put("entry_id", plan.get("entry_id"));
        return json;
    }

    /** With its text, its differences and, of a policy, what it compiles to. */
    static Map<String, @Nullable Object> whole(TransferItem item, CompileClause compile) {
        var json = of(item);
        json.put("front", item.front());
        json.put("body", item.body());
        json.put("differences", item.plan() == null ? List.of() : item.plan().getOrDefault("differences", List.of()));
        boolean clause = item.front() != null
                && item.front().get("details") instanceof Map<?, ?> details
                && details.get("clause") instanceof String text
                && !text.isBlank()
                && text.length() <= CompileClause.LONGEST;
        json.put(
                "compiled",
                clause
                        ? PolicyJson.of(compile.of(
                                String.valueOf(((Map<?, ?>) item.front().get("details")).get("clause"))))
                        : null);
        return json;
    }
}
