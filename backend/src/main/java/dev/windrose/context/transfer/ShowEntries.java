package dev.windrose.context.transfer;

import dev.windrose.context.entry.ContextEntry;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.RecordData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Entries that are there, as files say them. */
@Component
class ShowEntries {

    private final Directory directory;
    private final EntryFields fields;

    ShowEntries(Directory directory, EntryFields fields) {
        this.directory = directory;
        this.fields = fields;
    }

    /** Those that the actor reads, outside of the bin. */
    List<RecordData> all() {
        return directory.all(ContextEntry.TYPE, fields.everything()).stream()
                .sorted(Comparator.comparing((RecordData entry) -> String.valueOf(entry.value(EntryFields.CATEGORY)))
                        .thenComparing(RecordData::title)
                        .thenComparing(RecordData::id))
                .toList();
    }

    /** A path for each, by the id. */
    static Map<UUID, String> paths(List<RecordData> entries) {
        var taken = new HashSet<String>();
        var paths = new LinkedHashMap<UUID, String>();
        entries.forEach(entry -> paths.put(
                entry.id(),
                WriteEntryFile.path(String.valueOf(entry.value(EntryFields.CATEGORY)), entry.title(), taken)));
        return paths;
    }

    /** @param paths of entries that others name; one that has none is named by its id */
    List<EntryFile> files(Collection<RecordData> entries, Map<UUID, String> paths) {
        var names = names(entries);
        return entries.stream().map(entry -> file(entry, names, paths)).toList();
    }

    private EntryFile file(RecordData entry, Map<UUID, String> names, Map<UUID, String> paths) {
        var front = new LinkedHashMap<String, @Nullable Object>();
        front.put(EntryFields.ID, entry.id().toString());
        fields.all().values().forEach(field -> {
            var value = shown(entry, field, names, paths);
            if (!Values.empty(value)) {
                front.put(field.name(), value);
            }
        });
        String path = paths.getOrDefault(entry.id(), entry.id() + ".md");
        return new EntryFile(path, front, Objects.requireNonNullElse(entry.text(EntryFields.BODY), ""), Map.of());
    }

    private static @Nullable Object shown(
            RecordData entry, FieldDescriptor field, Map<UUID, String> names, Map<UUID, String> paths) {
        var value = entry.value(field.name());
        return switch (field.name()) {
            case EntryFields.PARENT, EntryFields.VARIANT ->
                value instanceof UUID id ? paths.getOrDefault(id, id.toString()) : null;
            case EntryFields.DETAILS -> details(entry, value, names);
            default -> Values.plain(named(value, names));
        };
    }

    private static @Nullable Object details(RecordData entry, @Nullable Object value, Map<UUID, String> names) {
        if (!(Values.plain(value) instanceof Map<?, ?> details)) {
            return Values.plain(value);
        }
        var references = EntryFields.references(entry.value(EntryFields.KIND)).keySet();
        var shown = new LinkedHashMap<String, @Nullable Object>();
        details.forEach((name, part) -> shown.put(
                String.valueOf(name),
                references.contains(String.valueOf(name)) && id(part) instanceof UUID id
                        ? names.getOrDefault(id, id.toString())
                        : part));
        return shown;
    }

    private static @Nullable Object named(@Nullable Object value, Map<UUID, String> names) {
        return switch (value) {
            case null -> null;
            case UUID id -> names.getOrDefault(id, id.toString());
            case List<?> list -> list.stream().map(part -> named(part, names)).toList();
            default -> value;
        };
    }

    static @Nullable UUID id(@Nullable Object text) {
        return text instanceof String id && id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? UUID.fromString(id)
                : null;
    }

    /** What everything that the entries point to is called. */
    private Map<UUID, String> names(Collection<RecordData> entries) {
        var wanted = new HashMap<String, Set<UUID>>();
        var names = new HashMap<UUID, String>();
        for (var entry : entries) {
            fields.all().values().stream().filter(field -> field.ref() != null).forEach(field -> ids(entry.value(
                            field.name()))
                    .forEach(id -> wanted.computeIfAbsent(field.ref(), _ -> new LinkedHashSet<>())
                            .add(id)));
            if (entry.value(EntryFields.DETAILS) instanceof Map<?, ?> details) {
                EntryFields.references(entry.value(EntryFields.KIND)).forEach((field, type) -> {
                    if (id(details.get(field)) instanceof UUID id) {
                        wanted.computeIfAbsent(type, _ -> new LinkedHashSet<>()).add(id);
                    }
                });
            }
        }
        var trees = wanted.getOrDefault("message_tree", Set.of());
        wanted.getOrDefault("person", Set.of()).forEach(id -> {
            if (directory.mail(id) instanceof String mail) {
                names.put(id, mail);
            }
        });
        wanted.keySet().removeAll(Set.of("person", "message_tree", ContextEntry.TYPE));
        wanted.forEach((type, ids) -> names.putAll(directory.names(type, ids)));
        names.putAll(treeNames(trees));
        return names;
    }

    /** A tree is called like its product. */
    private Map<UUID, String> treeNames(Set<UUID> trees) {
        if (trees.isEmpty()) {
            return Map.of();
        }
        var products = directory.treesOfProducts().entrySet().stream()
                .filter(tree -> trees.contains(tree.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var called = directory.names("product", products.keySet());
        var names = new HashMap<UUID, String>();
        products.forEach((product, tree) -> {
            if (called.get(product) instanceof String name) {
                names.put(tree, name);
            }
        });
        return names;
    }

    private static List<UUID> ids(@Nullable Object value) {
        return switch (value) {
            case UUID id -> List.of(id);
            case List<?> list -> {
                var ids = new ArrayList<UUID>();
                list.forEach(part -> ids.addAll(ids(part)));
                yield ids;
            }
            case null, default -> List.of();
        };
    }
}
