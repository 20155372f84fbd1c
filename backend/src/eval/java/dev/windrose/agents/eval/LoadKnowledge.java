package dev.windrose.agents.eval;

import dev.windrose.records.change.DraftOperation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Policies and articles as live entries of the context, and what people are there for. */
final class LoadKnowledge {

    private static final Map<String, String> KINDS =
            Map.of("discount", "approval", "price", "price", "terms", "approval", "routing", "routing");

    private LoadKnowledge() {}

    static List<DraftOperation> of(World world, ExternalIds ids) {
        var entries = new ArrayList<DraftOperation>();
        for (var policy : world.all("policies")) {
            var kind = KINDS.getOrDefault(String.valueOf(policy.get("category")), "procedure");
            var values = entry("policy", kind, policy, "internal");
            values.put("details", Map.of("clause", policy.get("text")));
            values.put("effective_from", policy.get("effective_from"));
            values.put("effective_to", policy.get("effective_to"));
            entries.add(kept(policy, values, ids));
        }
        for (var article : world.all("knowledge")) {
            var values = entry("best_practice", "practice", article, String.valueOf(article.get("sensitivity")));
            entries.add(kept(article, values, ids));
        }
        for (var user : world.all("users")) {
            entries.add(DraftOperation.create("context_entry", role(user)));
        }
        return entries;
    }

    private static Map<String, @Nullable Object> role(Map<String, Object> user) {
        var body = new StringBuilder("%s is %s.".formatted(user.get("name"), user.get("title")));
        List.of("team", "territory", "skills", "languages", "away").forEach(part -> {
            if (user.get(part) instanceof Object told) {
                body.append(' ').append(part).append(": ").append(told).append('.');
            }
        });
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("category", "team_setup");
        values.put("kind", "role");
        values.put("title", user.get("title") + ": " + user.get("name"));
        values.put("body", body.toString());
        values.put("sensitivity", "internal");
        values.put("status", "live");
        return values;
    }

    private static Map<String, @Nullable Object> entry(
            String category, String kind, Map<String, Object> record, String sensitivity) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("category", category);
        values.put("kind", kind);
        values.put("title", record.get("title"));
        values.put("body", record.get("text"));
        values.put("sensitivity", sensitivity);
        values.put("status", "live");
        return values;
    }

    private static DraftOperation kept(
            Map<String, Object> record, Map<String, @Nullable Object> values, ExternalIds ids) {
        var draft = DraftOperation.create("context_entry", values);
        ids.put(String.valueOf(record.get("id")), draft.recordId());
        return draft;
    }
}
