package dev.windrose.records.derived;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.expression.BadExpression;
import dev.windrose.records.expression.Expressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The computed fields of the workspace in scope, read once for each form of its record types. */
@Component
class Definitions {

    private record Known(List<Descriptor> types, DerivedGraph graph) {

        boolean of(List<Descriptor> others) {
            if (types.size() != others.size()) {
                return false;
            }
            for (int at = 0; at < types.size(); at++) {
                if (types.get(at) != others.get(at)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Cache<TenantId, Known> known =
            Caffeine.newBuilder().maximumSize(5_000).build();
    private final Descriptors descriptors;
    private final Expressions expressions;
    private final ReadRollup readRollup;

    Definitions(Descriptors descriptors, Expressions expressions, ReadRollup readRollup) {
        this.descriptors = descriptors;
        this.expressions = expressions;
        this.readRollup = readRollup;
    }

    DerivedGraph current() {
        var tenant = ActorScope.current().tenant();
        var types = List.copyOf(descriptors.all());
        var found = known.getIfPresent(tenant);
        if (found != null && found.of(types)) {
            return found.graph();
        }
        var graph = new DerivedGraph(all(types));
        known.put(tenant, new Known(types, graph));
        return graph;
    }

    /**
     * The graph with one definition more, or another one.
     *
     * @throws AppException for a circle
     */
    DerivedGraph with(Definition definition) {
        var others = new ArrayList<>(current().all());
        others.removeIf(other -> other.key().equals(definition.key()));
        others.add(definition);
        return new DerivedGraph(others);
    }

    private List<Definition> all(List<Descriptor> types) {
        var all = new ArrayList<Definition>();
        for (var type : types) {
            for (var field : type.fields().values()) {
                if (field.derived()) {
                    all.add(lenient(type, field));
                }
            }
        }
        return all;
    }

    /** What no longer can be read, because something it names was removed, stays known as broken. */
    private Definition lenient(Descriptor type, FieldDescriptor field) {
        var custom = Objects.requireNonNull(field.custom());
        try {
            return custom.formula() != null
                    ? new Definition(type, field, expressions.compiled(type, custom.formula()), null, null)
                    : new Definition(
                            type, field, null, readRollup.of(type, Objects.requireNonNull(custom.rollup())), null);
        } catch (BadExpression bad) {
            return new Definition(type, field, null, null, bad.problem().message());
        } catch (AppException bad) {
            return new Definition(type, field, null, null, bad.getMessage());
        }
    }
}
