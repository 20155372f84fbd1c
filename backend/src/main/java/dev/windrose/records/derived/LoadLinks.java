package dev.windrose.records.derived;

import dev.windrose.platform.people.People;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.expression.Expression;
import dev.windrose.records.expression.Path;
import dev.windrose.records.store.RowStore;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the records that expressions follow references to: a query per type and step, however many records there are. */
@Component
class LoadLinks {

    private static final String PERSON = "person";

    private final Descriptors descriptors;
    private final RowStore rows;
    private final People people;

    LoadLinks(Descriptors descriptors, RowStore rows, People people) {
        this.descriptors = descriptors;
        this.rows = rows;
        this.people = people;
    }

    /** @param lock keeps what was read from changing until the transaction ends */
    Linked.Links of(
            Descriptor type,
            Collection<Expression> expressions,
            Collection<? extends Map<String, ? extends @Nullable Object>> records,
            boolean lock) {
        var paths = expressions.stream()
                .flatMap(expression -> expression.paths().stream())
                .filter(path -> !path.own())
                .map(Path::steps)
                .distinct()
                .toList();
        if (paths.isEmpty()) {
            return Linked.Links.NONE;
        }
        var links = new Linked.Links(new LinkedHashMap<>(), new LinkedHashMap<>());
        var second = new LinkedHashMap<String, Set<List<String>>>();
        var first = step(type, paths, records, links, lock, second);
        second.forEach((target, rest) -> {
            var descriptor = links.types().get(target);
            if (descriptor != null) {
                step(
                        descriptor,
                        List.copyOf(rest),
                        first.getOrDefault(target, Map.of()).values(),
                        links,
                        lock,
                        new LinkedHashMap<>());
            }
        });
        return links;
    }

    /** Loads what the first references of the paths lead to, and which paths go on from there. */
    private Map<String, Map<UUID, Map<String, Object>>> step(
            Descriptor type,
            List<List<String>> paths,
            Collection<? extends Map<String, ? extends @Nullable Object>> records,
            Linked.Links links,
            boolean lock,
            Map<String, Set<List<String>>> further) {
        var ids = new LinkedHashMap<String, Set<UUID>>();
        for (var path : paths) {
            var reference = type.fields().get(path.getFirst());
            if (reference == null || path.size() < 2) {
                continue;
            }
            String target = String.valueOf(reference.ref());
            for (var values : records) {
                if (values.get(reference.name()) instanceof UUID id) {
                    ids.computeIfAbsent(target, _ -> new LinkedHashSet<>()).add(id);
                }
            }
            if (path.size() > 2) {
                further.computeIfAbsent(target, _ -> new LinkedHashSet<>()).add(path.subList(1, path.size()));
            }
        }
        var loaded = new LinkedHashMap<String, Map<UUID, Map<String, Object>>>();
        ids.forEach((target, wanted) -> {
            var found = load(target, wanted, links, lock);
            loaded.put(target, found);
            var known = links.values().computeIfAbsent(target, _ -> new LinkedHashMap<>());
            found.forEach((id, values) -> known.put(id, values));
        });
        return loaded;
    }

    /** Everything about them, also what the actor does not see: the value belongs to the record. */
    private Map<UUID, Map<String, Object>> load(String target, Set<UUID> ids, Linked.Links links, boolean lock) {
        if (target.equals(PERSON)) {
            return people(ids);
        }
        var descriptor = descriptors.find(target).orElse(null);
        if (descriptor == null) {
            return Map.of();
        }
        links.types().put(target, descriptor);
        var found = new LinkedHashMap<UUID, Map<String, Object>>();
        var read = lock ? rows.lock(descriptor, ids) : rows.readForChange(descriptor, ids);
        read.forEach((id, row) -> found.put(id, row.values()));
        return found;
    }

    Map<UUID, Map<String, Object>> people(Set<UUID> ids) {
        var found = new LinkedHashMap<UUID, Map<String, Object>>();
        for (var person : people.all()) {
            if (ids.contains(person.id().value())) {
                var values = new LinkedHashMap<String, Object>();
                values.put("name", person.name());
                values.put("email", person.email());
                if (person.title() != null) {
                    values.put("title", person.title());
                }
                found.put(person.id().value(), values);
            }
        }
        return found;
    }
}
