package dev.windrose.records.derived;

import dev.windrose.records.Descriptor;
import dev.windrose.records.expression.Moment;
import dev.windrose.records.expression.Path;
import dev.windrose.records.expression.Result;
import dev.windrose.records.query.PastRecords;
import dev.windrose.records.store.Row;
import dev.windrose.records.store.RowMapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Records of one moment with the computed fields that were asked for, and whatever those are made of. */
final class PastGraph {

    private static final String PERSON = "person";

    private final DerivedGraph graph;
    private final PastRecords past;
    private final LoadLinks loadLinks;
    private final CombineAmounts combine;
    private final Moment moment;
    private final Linked.Links known = new Linked.Links(new LinkedHashMap<>(), new LinkedHashMap<>());
    private final Map<String, Set<UUID>> done = new HashMap<>();
    private final Map<String, String> untold = new HashMap<>();

    PastGraph(DerivedGraph graph, PastRecords past, LoadLinks loadLinks, CombineAmounts combine, Moment moment) {
        this.graph = graph;
        this.past = past;
        this.loadLinks = loadLinks;
        this.combine = combine;
        this.moment = moment;
    }

    Map<String, Object> values(Descriptor type, UUID record) {
        return rows(type).getOrDefault(record, Map.of());
    }

    /** @return why nothing can be told of it; empty where it was worked out */
    Optional<String> workOut(Definition definition, Collection<UUID> records) {
        var fresh = new LinkedHashSet<>(records);
        fresh.removeAll(done.computeIfAbsent(definition.key(), _ -> new HashSet<>()));
        done.get(definition.key()).addAll(fresh);
        if (!fresh.isEmpty() && !untold.containsKey(definition.key())) {
            load(definition.type(), fresh);
            for (var read : definition.reads()) {
                if (read.own()) {
                    needed(definition, read.key(), fresh);
                }
            }
            if (definition.rollup() != null) {
                addUp(definition, definition.rollup(), fresh);
            } else {
                evaluate(definition, fresh);
            }
        }
        return Optional.ofNullable(untold.get(definition.key()));
    }

    /** What a definition reads is worked out first; without that it is untold itself. */
    private void needed(Definition definition, String key, Collection<UUID> records) {
        graph.all().stream()
                .filter(other -> other.key().equals(key))
                .findFirst()
                .flatMap(other -> workOut(other, records))
                .ifPresent(reason -> untold.putIfAbsent(definition.key(), reason));
    }

    private void evaluate(Definition definition, Set<UUID> records) {
        var type = definition.type();
        definition.linkedPaths().forEach(path -> follow(definition, path, records));
        for (var id : records) {
            var values = rows(type).get(id);
            if (values != null) {
                put(
                        values,
                        definition,
                        definition.formula() == null
                                ? Result.because(String.valueOf(definition.broken()))
                                : definition.formula().evaluate(new Linked(type, values, known), moment));
            }
        }
    }

    /** Loads what a path leads to, and works out what it ends at. */
    private void follow(Definition definition, Path path, Set<UUID> records) {
        var formula = Objects.requireNonNull(definition.formula());
        var type = definition.type();
        Collection<UUID> at = records;
        for (int hop = 0; hop < path.references().size(); hop++) {
            var reference = type.fields().get(path.references().get(hop));
            var targets = new LinkedHashSet<UUID>();
            for (var id : at) {
                if (values(type, id).get(reference.name()) instanceof UUID target) {
                    targets.add(target);
                }
            }
            if (PERSON.equals(reference.ref())) {
                known.values()
                        .computeIfAbsent(PERSON, _ -> new LinkedHashMap<>())
                        .putAll(loadLinks.people(targets));
                return;
            }
            var holder = formula.holder(new Path(path.steps().subList(0, hop + 2)));
            if (holder.isEmpty()) {
                return;
            }
            type = holder.get();
            load(type, targets);
            at = targets;
        }
        needed(definition, Definition.key(type.name(), path.field()), at);
    }

    private void addUp(Definition definition, Rollup rollup, Set<UUID> parents) {
        var child = rollup.child();
        boolean byComputed = rollup.reads().stream()
                .filter(name ->
                        rollup.value() == null || !name.equals(rollup.value().name()))
                .anyMatch(name -> graph.find(child.name(), name).isPresent());
        if (byComputed) {
            untold.put(definition.key(), "It adds up what a computed field finds, whose past values are not kept.");
            return;
        }
        var children = past.referring(child, rollup.via(), parents, rollup.filter(), moment.now());
        if (children.isEmpty()) {
            untold.put(definition.key(), "It adds up more records than can be looked at for the past.");
            return;
        }
        var byParent = new LinkedHashMap<UUID, List<PastRollup.Child>>();
        children.get().forEach(row -> keep(child, row));
        if (rollup.value() != null) {
            needed(
                    definition,
                    Definition.key(child.name(), rollup.value().name()),
                    children.get().stream().map(Row::id).toList());
        }
        for (var row : children.get()) {
            byParent.computeIfAbsent(
                            (UUID) Objects.requireNonNull(
                                    row.values().get(rollup.via().name())),
                            _ -> new ArrayList<>())
                    .add(new PastRollup.Child(row.id(), row.createdAt(), values(child, row.id())));
        }
        for (var id : parents) {
            var values = rows(definition.type()).get(id);
            if (values != null) {
                put(
                        values,
                        definition,
                        combine.of(rollup, PastRollup.values(rollup, byParent.getOrDefault(id, List.of())), moment));
            }
        }
    }

    private void load(Descriptor type, Set<UUID> ids) {
        var missing = new LinkedHashSet<>(ids);
        missing.removeAll(rows(type).keySet());
        past.of(type, missing, moment.now()).forEach(row -> keep(type, row));
    }

    private void keep(Descriptor type, Row row) {
        rows(type).computeIfAbsent(row.id(), _ -> new LinkedHashMap<>(row.values()));
    }

    private Map<UUID, Map<String, Object>> rows(Descriptor type) {
        known.types().put(type.name(), type);
        return known.values().computeIfAbsent(type.name(), _ -> new LinkedHashMap<>());
    }

    private static void put(Map<String, Object> values, Definition definition, Result result) {
        String name = definition.field().name();
        if (result.value() != null) {
            values.put(name, result.value());
        }
        if (result.reason() != null) {
            values.put(RowMapping.reasonOf(name), result.reason());
        }
    }
}
