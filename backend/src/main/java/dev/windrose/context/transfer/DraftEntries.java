package dev.windrose.context.transfer;

import dev.windrose.context.entry.ContextEntry;
import dev.windrose.records.RecordData;
import dev.windrose.records.change.DraftOperation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The operations of a plan: what is named and not there, then the entries from the top of their trees down. */
final class DraftEntries {

    private final List<PlanLine> lines;
    private final LinkEntries links;
    private final ResolveNames names;
    private final Set<UUID> dropped = new HashSet<>();

    DraftEntries(List<PlanLine> lines, LinkEntries links, ResolveNames names) {
        this.lines = lines;
        this.links = links;
        this.names = names;
    }

    /** Takes out what cannot be written without something that is refused. */
    void drop() {
        boolean more = true;
        while (more) {
            more = links.refuseOrphans();
            for (var tree : List.copyOf(names.made().keySet())) {
                if (names.also(tree).type().equals("message_tree") && headline(tree) == null) {
                    String why = "\"%s\" has no message tree yet, and a new one needs a headline. Add a file for it."
                            .formatted(names.also(tree).name());
                    more |= refuseUsers(tree, why);
                }
            }
        }
    }

    /** Refuses the lines that need a record which cannot be made. */
    boolean without(UUID record, String why) {
        return dropped.add(record) && refuseUsers(record, why);
    }

    private boolean refuseUsers(UUID record, String why) {
        boolean any = false;
        for (var line : lines) {
            if (!line.refused() && uses(line).contains(record)) {
                line.refuse(EntryFields.TREE, why);
                any = true;
            }
        }
        return any;
    }

    private @Nullable PlanLine headline(UUID tree) {
        return lines.stream()
                .filter(line -> !line.refused()
                        && line.is(EntryFields.KIND, "headline")
                        && line.file.text(EntryFields.VARIANT) == null
                        && tree.toString().equals(line.text(EntryFields.TREE)))
                .min(Comparator.comparing((PlanLine line) -> !line.is(EntryFields.STATUS, "live"))
                        .thenComparing(line -> line.values.get("position") instanceof Number place
                                ? place.intValue()
                                : Integer.MAX_VALUE)
                        .thenComparing(line -> line.position))
                .orElse(null);
    }

    private Set<UUID> uses(PlanLine line) {
        var used = new LinkedHashSet<UUID>();
        collect(line.values.values(), used);
        names.made().forEach((id, operation) -> {
            if (used.contains(id)) {
                collect(operation.values().values(), used);
            }
        });
        return used;
    }

    private static void collect(Iterable<? extends @Nullable Object> values, Set<UUID> used) {
        for (var value : values) {
            if (value instanceof String text) {
                var id = ShowEntries.id(text);
                if (id != null) {
                    used.add(id);
                }
            } else if (value instanceof List<?> list) {
                collect(list, used);
            } else if (value instanceof Map<?, ?> map) {
                collect(map.values(), used);
            }
        }
    }

    private List<UUID> needed() {
        var used = new LinkedHashSet<UUID>();
        lines.stream().filter(line -> !line.refused()).forEach(line -> used.addAll(uses(line)));
        return names.made().keySet().stream()
                .filter(id -> used.contains(id) && !dropped.contains(id))
                .toList();
    }

    List<EntryPlan.Also> also() {
        return needed().stream().map(names::also).toList();
    }

    List<DraftOperation> operations() {
        var operations = new ArrayList<DraftOperation>();
        var needed = needed();
        for (var id : treesFirst(needed)) {
            var made = names.made().get(id);
            var values = new LinkedHashMap<>(made.values());
            var headline = names.also(id).type().equals("message_tree") ? headline(id) : null;
            if (headline != null) {
                values.put("headline", headline.file.text(EntryFields.TITLE));
            }
            // A product that is there already takes its tree by itself.
            needed.stream()
                    .filter(tree ->
                            id.toString().equals(names.made().get(tree).values().get("product_id")))
                    .forEach(tree -> values.put("message_tree_id", tree.toString()));
            operations.add(made.setting(values));
        }
        links.inOrder().forEach(line -> {
            var there = line.existing;
            if (there == null) {
                operations.add(DraftOperation.create(ContextEntry.TYPE, line.id(), created(line)));
            } else {
                var values = changed(line, there);
                if (!values.isEmpty()) {
                    operations.add(DraftOperation.update(ContextEntry.TYPE, line.id(), values));
                }
            }
        });
        return operations;
    }

    /** A tree and its product name each other; the row of the tree is the one that refers, so the tree says which type is written last. */
    private List<UUID> treesFirst(List<UUID> made) {
        return made.stream()
                .sorted(Comparator.comparing(id -> !names.also(id).type().equals("message_tree")))
                .toList();
    }

    private static Map<String, @Nullable Object> created(PlanLine line) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        line.values.forEach((field, value) -> {
            if (!Values.empty(value)) {
                values.put(field, value);
            }
        });
        if (!line.file.body().isEmpty()) {
            values.put(EntryFields.BODY, line.file.body());
        }
        return values;
    }

    /** Fields that the file does not name stay as they are. */
    private Map<String, @Nullable Object> changed(PlanLine line, RecordData there) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        line.values.forEach((field, value) -> {
            boolean unknownOwner = field.equals(EntryFields.OWNER) && value == null && !line.notes.isEmpty();
            var wanted = field.equals(EntryFields.DETAILS) ? merged(there.value(field), value) : value;
            if (!unknownOwner && !Values.same(wanted, there.value(field))) {
                values.put(field, wanted);
            }
        });
        String body = there.text(EntryFields.BODY);
        if (!line.file.body().equals(body == null ? "" : ReadEntryFile.trimmed(body))) {
            values.put(EntryFields.BODY, line.file.body().isEmpty() ? null : line.file.body());
        }
        return values;
    }

    private static @Nullable Object merged(@Nullable Object there, @Nullable Object given) {
        if (!(given instanceof Map<?, ?> named)) {
            return given;
        }
        var merged = new LinkedHashMap<String, @Nullable Object>();
        if (there instanceof Map<?, ?> known) {
            known.forEach((name, value) -> merged.put(String.valueOf(name), value));
        }
        named.forEach((name, value) -> {
            if (Values.empty(value)) {
                merged.remove(String.valueOf(name));
            } else {
                merged.put(String.valueOf(name), value);
            }
        });
        return merged;
    }
}
