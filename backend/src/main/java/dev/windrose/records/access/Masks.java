package dev.windrose.records.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.DerivedFields;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Which fields the actor in scope does not get to see: those its role is kept from, and those worked out from them, however far. */
@Component
public class Masks {

    private static final Pattern SHOWN = Pattern.compile("\\{show:([a-z0-9_]+)\\.([a-z0-9_]+):([a-z0-9_.]+)}");
    private static final Pattern USED = Pattern.compile("\\{uses:([a-z0-9_]+):([a-z0-9_,]+)}");

    private final Descriptors descriptors;
    private final AccessPolicies policies;
    private final ObjectProvider<DerivedFields> derived;
    private final Cache<Reader, Known> known =
            Caffeine.newBuilder().maximumSize(2_000).build();

    Masks(Descriptors descriptors, AccessPolicies policies, ObjectProvider<DerivedFields> derived) {
        this.derived = derived;
        this.descriptors = descriptors;
        this.policies = policies;
    }

    private record Reader(TenantId tenant, Role role) {}

    /** What follows from masks as long as neither they nor the types change. */
    private record Known(Map<String, Set<String>> masked, List<Descriptor> types, Map<String, Set<String>> hidden) {

        boolean of(Map<String, Set<String>> others, List<Descriptor> current) {
            return masked.equals(others)
                    && types.size() == current.size()
                    && Stream.iterate(0, at -> at + 1)
                            .limit(types.size())
                            .allMatch(at -> types.get(at) == current.get(at));
        }
    }

    public Set<String> of(Descriptor type) {
        var masked = masked();
        return masked.isEmpty() ? Set.of() : hidden(masked).getOrDefault(type.name(), Set.of());
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

    /**
     * For statements of modules: {@code {show:deal.next_step:d.next_step}} is the column, or nothing of its type where the field is hidden;
     * {@code {uses:deal:stage,next_step}} is nothing, or "and false" where one of the fields by which the statement finds rows is hidden.
     */
    String guard(String sql) {
        var shown = SHOWN.matcher(sql)
                .replaceAll(mark -> Matcher.quoteReplacement(
                        hides(mark.group(1), mark.group(2))
                                ? "nullif(%1$s, %1$s)".formatted(mark.group(3))
                                : mark.group(3)));
        return USED.matcher(shown)
                .replaceAll(mark -> Stream.of(mark.group(2).split(",")).anyMatch(field -> hides(mark.group(1), field))
                        ? " and false"
                        : "");
    }

    private boolean hides(String type, String field) {
        return of(descriptors.get(type)).contains(field);
    }

    private Map<String, Set<String>> masked() {
        var actor = ActorScope.current();
        return actor.kind() == ActorKind.SYSTEM ? Map.of() : policies.current().masked(actor.role());
    }

    private Map<String, Set<String>> hidden(Map<String, Set<String>> masked) {
        var actor = ActorScope.current();
        var reader = new Reader(actor.tenant(), actor.role());
        var types = List.copyOf(descriptors.all());
        var found = known.getIfPresent(reader);
        if (found == null || !found.of(masked, types)) {
            found = new Known(Map.copyOf(masked), types, spread(masked, types));
            known.put(reader, found);
        }
        return found.hidden();
    }

    /** A field that tells of a hidden one is hidden, and so is one that tells of that, on whatever type. */
    private Map<String, Set<String>> spread(Map<String, Set<String>> masked, List<Descriptor> types) {
        var hidden = new HashMap<String, Set<String>>();
        masked.forEach((type, fields) -> hidden.put(type, new HashSet<>(fields)));
        boolean more = true;
        while (more) {
            more = false;
            for (var type : types) {
                for (var field : type.fields().values()) {
                    var own = hidden.getOrDefault(type.name(), Set.of());
                    if (!own.contains(field.name()) && tells(type, field, own, hidden)) {
                        hidden.computeIfAbsent(type.name(), _ -> new HashSet<>())
                                .add(field.name());
                        more = true;
                    }
                }
            }
        }
        return hidden;
    }

    /** Whether the field is worked out from a hidden one, of its own record or of another. */
    private boolean tells(Descriptor type, FieldDescriptor field, Set<String> own, Map<String, Set<String>> hidden) {
        String sql = field.sql();
        if (sql == null) {
            return field.derived() && reads(type, field, hidden);
        }
        return own.stream().anyMatch(name -> names(sql, "t", name))
                || hidden.entrySet().stream().anyMatch(other -> descriptors
                        .find(other.getKey())
                        .filter(target -> word(sql, target.table()))
                        .filter(_ -> other.getValue().stream().anyMatch(name -> names(sql, "\\w+", name)))
                        .isPresent());
    }

    /** Whether a formula or roll-up is. */
    private boolean reads(Descriptor type, FieldDescriptor field, Map<String, Set<String>> hidden) {
        return derived.stream().anyMatch(fields -> hidden.entrySet().stream().anyMatch(other -> descriptors
                .find(other.getKey())
                .filter(target -> fields.reads(type, field, target).stream().anyMatch(other.getValue()::contains))
                .isPresent()));
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
