package dev.windrose.records.derived;

import dev.windrose.records.Descriptor;
import dev.windrose.records.expression.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which records a computed field must be worked out for again, after something was touched. */
@Component
class FindDependants {

    private final DerivedStore store;

    FindDependants(DerivedStore store) {
        this.store = store;
    }

    Set<UUID> of(Definition definition, Touched touched) {
        var targets = new LinkedHashSet<>(touched.wanted(definition));
        if (definition.rollup() != null) {
            targets.addAll(touched.records(definition.type(), _ -> false));
            targets.addAll(parents(definition.rollup(), touched));
            return targets;
        }
        var own = definition.ownReads();
        targets.addAll(touched.records(definition.type(), own::contains));
        for (var path : definition.linkedPaths()) {
            targets.addAll(readers(definition, path, touched));
        }
        return targets;
    }

    private Set<UUID> parents(Rollup rollup, Touched touched) {
        String via = rollup.via().name();
        var children = touched.records(
                rollup.child(), name -> name.equals(via) || rollup.reads().contains(name));
        if (children.isEmpty()) {
            return Set.of();
        }
        var parents = new LinkedHashSet<>(
                store.links(rollup.child(), rollup.via(), children).values());
        parents.addAll(touched.links(rollup.child(), via, children));
        return parents;
    }

    /** Records whose path ends at a field that changed, or goes over a reference that did. */
    private Set<UUID> readers(Definition definition, Path path, Touched touched) {
        var formula = Objects.requireNonNull(definition.formula());
        var holder = formula.holder(path);
        if (holder.isEmpty()) {
            return Set.of();
        }
        Set<UUID> ends = touched.changed(holder.get(), path.field()::equals);
        List<String> references = path.references();
        for (int hop = references.size() - 1; hop >= 0; hop--) {
            String reference = references.get(hop);
            Descriptor from =
                    formula.holder(new Path(path.steps().subList(0, hop + 1))).orElse(null);
            if (from == null) {
                return Set.of();
            }
            var readers =
                    new LinkedHashSet<>(store.referring(from, from.fields().get(reference), ends));
            if (hop > 0) {
                readers.addAll(touched.changed(from, reference::equals));
            }
            ends = readers;
        }
        return ends;
    }
}
