package dev.windrose.records.derived;

import dev.windrose.records.Descriptor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Which fields of which records change, and what their references pointed to, or will point to, besides what is stored. */
final class Touched {

    /** Made, moved to the bin or out of it: everything about the record changes. */
    private static final String ALL = "*";

    private final Map<String, Map<UUID, Set<String>>> fields = new LinkedHashMap<>();
    private final Map<String, Map<String, Map<UUID, Set<UUID>>>> links = new LinkedHashMap<>();
    private final Map<String, Set<UUID>> wanted = new LinkedHashMap<>();

    /** A computed field is wanted for a record, whatever changed. */
    void want(Definition definition, UUID record) {
        wanted.computeIfAbsent(definition.key(), _ -> new LinkedHashSet<>()).add(record);
    }

    Set<UUID> wanted(Definition definition) {
        return wanted.getOrDefault(definition.key(), Set.of());
    }

    void field(String type, UUID record, String field) {
        fields.computeIfAbsent(type, _ -> new LinkedHashMap<>())
                .computeIfAbsent(record, _ -> new LinkedHashSet<>())
                .add(field);
    }

    void all(String type, UUID record) {
        field(type, record, ALL);
    }

    void link(String type, String field, UUID record, UUID target) {
        links.computeIfAbsent(type, _ -> new LinkedHashMap<>())
                .computeIfAbsent(field, _ -> new LinkedHashMap<>())
                .computeIfAbsent(record, _ -> new LinkedHashSet<>())
                .add(target);
    }

    /** Records of a type that are new or moved, or of which one of the fields changes. */
    Set<UUID> records(Descriptor type, Predicate<String> wanted) {
        var found = new LinkedHashSet<UUID>();
        fields.getOrDefault(type.name(), Map.of()).forEach((record, names) -> {
            if (names.contains(ALL) || names.stream().anyMatch(wanted)) {
                found.add(record);
            }
        });
        return found;
    }

    /** As {@link #records}, without those that are only new or moved. */
    Set<UUID> changed(Descriptor type, Predicate<String> wanted) {
        var found = new LinkedHashSet<UUID>();
        fields.getOrDefault(type.name(), Map.of()).forEach((record, names) -> {
            if (names.stream().anyMatch(wanted)) {
                found.add(record);
            }
        });
        return found;
    }

    Set<UUID> links(Descriptor type, String field, Set<UUID> records) {
        var byRecord = links.getOrDefault(type.name(), Map.of()).getOrDefault(field, Map.of());
        if (byRecord.isEmpty()) {
            return Set.of();
        }
        var targets = new LinkedHashSet<UUID>();
        records.forEach(record -> targets.addAll(byRecord.getOrDefault(record, Collections.emptySet())));
        return targets;
    }
}
