package dev.windrose.records.access;

import dev.windrose.platform.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules and masks of one workspace. */
record Policies(Map<String, Map<Role, AccessRule>> rules, Map<Role, Map<String, Set<String>>> masks) {

    static Policies of(List<AccessRule> rules, List<FieldMask> masks) {
        var byType = new HashMap<String, Map<Role, AccessRule>>();
        rules.forEach(rule ->
                byType.computeIfAbsent(rule.recordType(), _ -> new HashMap<>()).put(rule.role(), rule));
        var byRole = new HashMap<Role, Map<String, Set<String>>>();
        masks.forEach(mask -> mask.roles().forEach(role -> byRole.computeIfAbsent(role, _ -> new HashMap<>())
                .computeIfAbsent(mask.recordType(), _ -> new HashSet<>())
                .add(mask.field())));
        return new Policies(byType, byRole);
    }

    AccessLevel level(String type, Role role, AccessRight right) {
        var rule = role.atLeast(Role.ADMIN)
                ? null
                : rules.getOrDefault(type, Map.of()).get(role);
        return rule == null ? AccessLevel.EVERYONE : rule.of(right);
    }

    Set<Role> hiddenFrom(String type, String field) {
        return masks.entrySet().stream()
                .filter(entry -> entry.getValue().getOrDefault(type, Set.of()).contains(field))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** By record type. */
    Map<String, Set<String>> masked(Role role) {
        return role.atLeast(Role.ADMIN) ? Map.of() : masks.getOrDefault(role, Map.of());
    }
}
