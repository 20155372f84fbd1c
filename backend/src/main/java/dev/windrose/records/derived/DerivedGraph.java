package dev.windrose.records.derived;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All computed fields of a workspace in an order in which they can be worked out. What a field reads on its own record is on the same level or
 * below; what it reads from other records is below, so that a level can be written before the next one begins.
 */
final class DerivedGraph {

    private final Map<String, Definition> byKey = new LinkedHashMap<>();
    private final Map<String, Integer> levels = new LinkedHashMap<>();
    private final Set<String> clock = new LinkedHashSet<>();
    private final List<List<Definition>> units;

    /** @throws AppException naming the fields that need each other */
    DerivedGraph(Collection<Definition> definitions) {
        definitions.forEach(definition -> byKey.put(definition.key(), definition));
        byKey.keySet().forEach(key -> level(key, new LinkedHashSet<>()));
        var byUnit = new LinkedHashMap<String, List<Definition>>();
        levels.entrySet().stream()
                .sorted(Comparator.comparingInt(Map.Entry::getValue))
                .forEach(entry -> {
                    var definition = byKey.get(entry.getKey());
                    if (definition != null && !clock.contains(entry.getKey())) {
                        byUnit.computeIfAbsent(
                                        entry.getValue() + " "
                                                + definition.type().name(),
                                        _ -> new ArrayList<>())
                                .add(definition);
                    }
                });
        units = List.copyOf(byUnit.values());
    }

    boolean empty() {
        return byKey.isEmpty();
    }

    /** Stored fields of one type and level each, in order. */
    List<List<Definition>> units() {
        return units;
    }

    Optional<Definition> find(String type, String field) {
        return Optional.ofNullable(byKey.get(Definition.key(type, field)));
    }

    /** Its value changes without a write, or one that it reads does. */
    boolean readsClock(Definition definition) {
        return clock.contains(definition.key());
    }

    /** Fields of a type that are worked out when it is read, in order. */
    List<Definition> atRead(String type) {
        return levels.keySet().stream()
                .filter(clock::contains)
                .map(byKey::get)
                .filter(definition -> definition.type().name().equals(type))
                .toList();
    }

    Collection<Definition> all() {
        return byKey.values();
    }

    /** Puts a field behind those it reads. */
    private int level(String key, Set<String> path) {
        Integer known = levels.get(key);
        if (known != null) {
            return known;
        }
        if (!path.add(key)) {
            throw circle(key, path);
        }
        var definition = byKey.get(key);
        int level = 0;
        for (var read : definition.reads()) {
            if (byKey.containsKey(read.key())) {
                level = Math.max(level, level(read.key(), path) + (read.own() ? 0 : 1));
                if (clock.contains(read.key())) {
                    clock.add(key);
                }
            }
        }
        if (definition.formula() != null && definition.formula().readsClock()) {
            clock.add(key);
        }
        path.remove(key);
        levels.put(key, level);
        return level;
    }

    private AppException circle(String key, Set<String> path) {
        var round = new ArrayList<>(path);
        var names = round.subList(round.indexOf(key), round.size()).stream()
                .map(each -> byKey.get(each).told())
                .collect(Collectors.toCollection(ArrayList::new));
        names.add(names.getFirst());
        return new AppException(
                CommonError.BAD_VALUE,
                "These fields need each other: %s.".formatted(String.join(" → ", names)),
                byKey.get(key).field().custom() != null && byKey.get(key).rollup() != null ? "rollup" : "formula");
    }
}
