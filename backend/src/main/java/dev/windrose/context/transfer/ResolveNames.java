package dev.windrose.context.transfer;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.TextKey;
import dev.windrose.records.change.DraftOperation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids for the names in files. What is not there is made, where that was asked for. */
final class ResolveNames {

    /** What may be made by its name alone. */
    private static final Set<String> MADE = Set.of("product", "competitor", "company", "tag");

    private final Directory directory;
    private final EntryFields fields;
    private final boolean make;
    private final Map<String, Map<String, List<UUID>>> known = new HashMap<>();
    private final Map<UUID, DraftOperation> made = new LinkedHashMap<>();
    private final Map<UUID, EntryPlan.Also> also = new LinkedHashMap<>();
    private final Map<String, UUID> people = new HashMap<>();
    private final Map<UUID, UUID> trees;

    ResolveNames(Directory directory, EntryFields fields, boolean make, List<PlanLine> lines) {
        this.directory = directory;
        this.fields = fields;
        this.make = make;
        this.trees = new HashMap<>(directory.treesOfProducts());
        var wanted = new LinkedHashMap<String, Set<String>>();
        lines.forEach(line -> collect(line, wanted));
        wanted.forEach((type, names) -> known.put(type, new HashMap<>(directory.called(type, names))));
    }

    private void collect(PlanLine line, Map<String, Set<String>> wanted) {
        fields.all().values().forEach(field -> {
            String type = field.name().equals(EntryFields.TREE) ? "product" : field.ref();
            if (type != null && !type.equals("person") && !type.equals("context_entry")) {
                Values.texts(line.file.front().get(field.name())).stream()
                        .filter(name -> ShowEntries.id(name) == null)
                        .forEach(name -> wanted.computeIfAbsent(type, _ -> new LinkedHashSet<>())
                                .add(name));
            }
        });
        if (line.file.front().get(EntryFields.DETAILS) instanceof Map<?, ?> details) {
            EntryFields.references(line.file.front().get(EntryFields.KIND)).forEach((field, type) -> {
                if (details.get(field) instanceof String name && ShowEntries.id(name) == null) {
                    wanted.computeIfAbsent(type, _ -> new LinkedHashSet<>()).add(name);
                }
            });
        }
    }

    /** Puts the values with ids into the line. Parents and variants are resolved later, by their paths. */
    void in(PlanLine line) {
        fields.all().keySet().stream()
                .filter(name -> line.file.front().containsKey(name))
                .forEach(name -> line.values.put(name, value(line, name)));
    }

    private @Nullable Object value(PlanLine line, String field) {
        var value = line.file.front().get(field);
        if (Values.empty(value)) {
            return null;
        }
        return switch (field) {
            case EntryFields.OWNER -> owner(line, String.valueOf(value));
            case EntryFields.TREE -> tree(line, String.valueOf(value));
            case EntryFields.DETAILS -> details(line, value);
            case EntryFields.PARENT, EntryFields.VARIANT -> null;
            default -> {
                String type = fields.all().get(field).ref();
                yield type == null
                        ? value
                        : value instanceof List<?>
                                ? Values.texts(value).stream()
                                        .map(name -> id(line, field, type, name))
                                        .toList()
                                : id(line, field, type, String.valueOf(value));
            }
        };
    }

    private @Nullable Object owner(PlanLine line, String mail) {
        var id = ShowEntries.id(mail) instanceof UUID given
                ? given
                : people.computeIfAbsent(mail, _ -> directory.person(mail).orElse(null));
        if (id == null) {
            line.notes.add("Nobody here has the address %s, so the owner stays as it is.".formatted(mail));
        }
        return id == null ? null : id.toString();
    }

    private Object details(PlanLine line, Object value) {
        if (!(value instanceof Map<?, ?> given)) {
            return value;
        }
        var references = EntryFields.references(line.file.front().get(EntryFields.KIND));
        var details = new LinkedHashMap<String, @Nullable Object>();
        given.forEach((key, part) -> {
            String name = String.valueOf(key);
            String type = references.get(name);
            details.put(
                    name,
                    type != null && part instanceof String text && !text.isBlank()
                            ? id(line, "details." + name, type, text)
                            : part);
        });
        return details;
    }

    private @Nullable String id(PlanLine line, String field, String type, String name) {
        if (ShowEntries.id(name) != null) {
            return name;
        }
        var found = known.computeIfAbsent(type, _ -> new HashMap<>())
                .computeIfAbsent(TextKey.of(name), _ -> new ArrayList<>());
        if (found.isEmpty()) {
            if (!make || !MADE.contains(type) || !Permissions.allows(ActorScope.current(), Operation.CREATE, type)) {
                line.refuse(
                        field,
                        "There is no %s called \"%s\".%s"
                                .formatted(
                                        type, name, make && MADE.contains(type) ? " Your role cannot add one." : ""));
                return null;
            }
            found.add(make(type, name, Map.of("name", name)));
        }
        if (found.size() > 1) {
            line.refuse(
                    field,
                    "%d records of the type %s are called \"%s\". Write the id of the one that is meant."
                            .formatted(found.size(), type, name));
            return null;
        }
        return found.getFirst().toString();
    }

    private UUID make(String type, String name, Map<String, Object> values) {
        var id = Ids.next();
        made.put(id, DraftOperation.create(type, id, values));
        also.put(id, new EntryPlan.Also(type, name));
        return id;
    }

    private @Nullable String tree(PlanLine line, String name) {
        if (ShowEntries.id(name) != null) {
            return name;
        }
        var product = ShowEntries.id(id(line, EntryFields.TREE, "product", name));
        if (product == null) {
            return null;
        }
        var tree = trees.get(product);
        if (tree == null) {
            if (!make) {
                line.refuse(EntryFields.TREE, "\"%s\" has no message tree.".formatted(name));
                return null;
            }
            tree = make("message_tree", name, Map.of("product_id", product.toString()));
            trees.put(product, tree);
        }
        return tree.toString();
    }

    /** Of what is made, by the id. */
    Map<UUID, DraftOperation> made() {
        return made;
    }

    EntryPlan.Also also(UUID id) {
        return also.get(id);
    }
}
