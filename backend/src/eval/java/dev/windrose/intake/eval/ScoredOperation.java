package dev.windrose.intake.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One change that was expected or produced.
 *
 * @param match the id of the record, or what tells a new one from others
 */
record ScoredOperation(
        String op, String entity, Map<String, @Nullable Object> match, Map<String, @Nullable Object> fields) {

    /** By what two new records of a type are known to be the same. */
    static final Map<String, List<String>> KEY = Map.of(
            "company",
            List.of("name"),
            "contact",
            List.of("name"),
            "project",
            List.of("name"),
            "deal",
            List.of("company", "product"),
            "interaction",
            List.of("company"),
            "feedback",
            List.of("company"),
            "objection",
            List.of("company"),
            "issue",
            List.of(),
            "task",
            List.of());

    private static final Set<String> TITLED = Set.of("issue", "task");

    /** Several updates of a record are one; what is no operation is left out. */
    static List<ScoredOperation> of(@Nullable Object operations) {
        var all = new ArrayList<ScoredOperation>();
        var updates = new LinkedHashMap<String, ScoredOperation>();
        for (var raw : Folded.list(operations)) {
            if (!(raw instanceof Map<?, ?> map)) {
                continue;
            }
            var one = new ScoredOperation(
                    Folded.flat(map.get("op")),
                    Folded.flat(map.get("entity")),
                    named(map.get("match")),
                    named(map.get("fields")));
            if (!Set.of("create", "update").contains(one.op) || !KEY.containsKey(one.entity)) {
                continue;
            }
            one.rename();
            if (!one.isCreate()) {
                var first = updates.putIfAbsent(one.entity + " " + one.id(), one);
                if (first != null) {
                    first.fields.putAll(one.fields);
                    continue;
                }
            }
            all.add(one);
        }
        return all;
    }

    private static Map<String, @Nullable Object> named(@Nullable Object value) {
        var out = new LinkedHashMap<String, @Nullable Object>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> out.put(String.valueOf(key), one));
        }
        return out;
    }

    private void rename() {
        for (var part : List.of(match, fields)) {
            if (titled() && part.containsKey("title")) {
                var title = part.remove("title");
                part.putIfAbsent("title_contains", title);
            }
            if (part.containsKey("summary")) {
                var summary = part.remove("summary");
                part.putIfAbsent("summary_contains", summary);
            }
        }
    }

    boolean isCreate() {
        return op.equals("create");
    }

    boolean titled() {
        return TITLED.contains(entity);
    }

    String id() {
        return Folded.flat(match.get("id"));
    }

    List<String> key() {
        return KEY.getOrDefault(entity, List.of());
    }

    /** What it is known by and what it says, together. */
    Map<String, @Nullable Object> view() {
        var all = new LinkedHashMap<>(match);
        all.putAll(fields);
        return all;
    }

    /** What is scored field by field: everything but what it is known by. */
    Map<String, @Nullable Object> points() {
        if (!isCreate()) {
            return fields;
        }
        var points = view();
        points.keySet().removeAll(key());
        points.remove("id");
        return points;
    }

    @Override
    public String toString() {
        return op + " " + entity + " " + match + " " + fields;
    }
}
