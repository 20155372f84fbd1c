package dev.windrose.records.access;

import dev.windrose.platform.Role;
import dev.windrose.records.FieldUses;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Fields that are hidden from somebody. */
@Component
class MaskUses implements FieldUses {

    private final AccessPolicies policies;

    MaskUses(AccessPolicies policies) {
        this.policies = policies;
    }

    @Override
    public List<Use> of(String type, String field) {
        String roles = policies.current().hiddenFrom(type, field).stream()
                .map(Role::wire)
                .sorted()
                .collect(Collectors.joining(", "));
        return roles.isEmpty() ? List.of() : List.of(new Use("mask", type + "." + field, "Hidden from " + roles));
    }
}
