package dev.windrose.records.access;

import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.DerivedFields;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which fields the actor in scope does not get to see: those its role is kept from, and those worked out from them. */
@Component
public class Masks {

    private final Descriptors descriptors;
    private final AccessPolicies policies;
    private final ObjectProvider<DerivedFields> derived;

    Masks(Descriptors descriptors, AccessPolicies policies, ObjectProvider<DerivedFields> derived) {
        this.derived = derived;
        this.descriptors = descriptors;
        this.policies = policies;
    }

    public Set<String> of(Descriptor type) {
        var masked = masked();
        if (masked.isEmpty()) {
            return Set.of();
        }
        var hidden = new HashSet<>(masked.getOrDefault(type.name(), Set.of()));
        int before;
        do {
            before = hidden.size();
            type.fields().values().stream()
                    .filter(field -> !hidden.contains(field.name()) && tells(type, field, hidden, masked))
                    .forEach(field -> hidden.add(field.name()));
        } while (hidden.size() > before);
        return hidden;
    }

    /** Whether anything is hidden from the actor. */
    public boolean any() {
        return !masked().isEmpty();
    }

    /** @throws AppException UNKNOWN_FILTER for a field that the actor does not see: what it finds would tell the value */
    public void requireSeen(Descriptor type, FieldDescriptor field) {
        if (of(type).contains(field.name())) {
            throw new AppException(
                    CommonError.UNKNOWN_FILTER, "%s is hidden from your role.".formatted(field.label()), field.name());
        }
    }

    /** Whether a formula or roll-up is. */
    private boolean reads(Descriptor type, FieldDescriptor field, Set<String> hidden, Map<String, Set<String>> masked) {
        return derived.stream().anyMatch(fields -> {
            boolean own = fields.reads(type, field, type).stream().anyMatch(hidden::contains);
            return own
                    || masked.entrySet().stream().anyMatch(other -> descriptors
                            .find(other.getKey())
                            .filter(target -> !target.equals(type))
                            .filter(target ->
                                    fields.reads(type, field, target).stream().anyMatch(other.getValue()::contains))
                            .isPresent());
        });
    }

    private Map<String, Set<String>> masked() {
        var actor = ActorScope.current();
        return actor.kind() == ActorKind.SYSTEM ? Map.of() : policies.current().masked(actor.role());
    }

    /** Whether the field is worked out from a hidden one, of its own record or of another. */
    private boolean tells(Descriptor type, FieldDescriptor field, Set<String> hidden, Map<String, Set<String>> masked) {
        String sql = field.sql();
        if (sql == null) {
            return field.derived() && reads(type, field, hidden, masked);
        }
        if (hidden.stream().anyMatch(name -> names(sql, "t", name))) {
            return true;
        }
        return masked.entrySet().stream().anyMatch(other -> descriptors
                .find(other.getKey())
                .filter(target -> word(sql, target.table()))
                .filter(_ -> other.getValue().stream().anyMatch(name -> names(sql, "\\w+", name)))
                .isPresent());
    }

    private static boolean names(String sql, String alias, String field) {
        return Pattern.compile("\\b" + alias + "\\." + Pattern.quote(field) + "\\b")
                .matcher(sql)
                .find();
    }

    private static boolean word(String sql, String table) {
        return Pattern.compile("\\b" + Pattern.quote(table) + "\\b")
                .matcher(sql)
                .find();
    }
}
