package dev.windrose.records.derived;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.DerivedFields;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.expression.BadExpression;
import dev.windrose.records.expression.Expressions;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the schema asks about formulas and roll-ups. */
@Component
class ComputeFields implements DerivedFields {

    private final Definitions definitions;
    private final Expressions expressions;
    private final ReadRollup readRollup;
    private final Recompute recompute;

    ComputeFields(Definitions definitions, Expressions expressions, ReadRollup readRollup, Recompute recompute) {
        this.definitions = definitions;
        this.expressions = expressions;
        this.readRollup = readRollup;
        this.recompute = recompute;
    }

    @Override
    public Outcome check(Descriptor type, FieldDescriptor field) {
        var definition = read(type, field);
        var graph = definitions.with(definition);
        refuseClockElsewhere(definition, graph);
        refuseToBreakOthers(type, field);
        return new Outcome(kind(definition), !graph.readsClock(definition));
    }

    @Override
    public void recompute(Descriptor type, FieldDescriptor field) {
        recompute.catchUp(type, field);
    }

    @Override
    public void follow(Descriptor type, @Nullable String field) {
        definitions.current().all().stream()
                .filter(definition -> definition.broken() != null || definition.names(type, field))
                .forEach(definition -> recompute.catchUp(definition.type(), definition.field()));
    }

    @Override
    public Set<String> reads(Descriptor type, FieldDescriptor field, Descriptor subject) {
        var found = definitions.current().find(type.name(), field.name());
        if (found.isEmpty()) {
            return Set.of();
        }
        var definition = found.get();
        var names = new LinkedHashSet<String>();
        String prefix = Definition.key(subject.name(), "");
        definition.reads().stream()
                .filter(read -> read.key().startsWith(prefix))
                .forEach(read -> names.add(read.key().substring(prefix.length())));
        if (definition.rollup() != null && definition.rollup().child().equals(subject)) {
            names.add(definition.rollup().via().name());
        }
        if (definition.formula() != null) {
            for (var path : definition.linkedPaths()) {
                if (type.equals(subject)) {
                    names.add(path.steps().getFirst());
                }
            }
        }
        return names;
    }

    private Definition read(Descriptor type, FieldDescriptor field) {
        var custom = Objects.requireNonNull(field.custom());
        if (custom.formula() == null) {
            return new Definition(
                    type, field, null, readRollup.of(type, Objects.requireNonNull(custom.rollup())), null);
        }
        if (custom.formula().matches("(?s).*(?<![\\w.])%s\\b.*".formatted(field.name()))) {
            throw new AppException(
                    CommonError.BAD_VALUE,
                    "These fields need each other: %1$s → %1$s.".formatted(field.label()),
                    "formula");
        }
        try {
            return new Definition(type, field, expressions.compile(type, custom.formula()), null, null);
        } catch (BadExpression bad) {
            throw bad.of("formula");
        }
    }

    private static FieldKind kind(Definition definition) {
        return definition.formula() != null
                ? definition.formula().kind()
                : Optional.ofNullable(definition.rollup())
                        .flatMap(rollup -> rollup.op()
                                .over(
                                        rollup.value() == null
                                                ? FieldKind.INTEGER
                                                : rollup.value().kind()))
                        .orElseThrow();
    }

    /** A value that changes by itself cannot be kept elsewhere. */
    private static void refuseClockElsewhere(Definition definition, DerivedGraph graph) {
        for (var read : definition.reads()) {
            graph.all().stream()
                    .filter(other -> !read.own() && other.key().equals(read.key()) && graph.readsClock(other))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new AppException(
                                CommonError.BAD_VALUE,
                                "%s changes with the time, so other records cannot use it.".formatted(other.told()),
                                definition.rollup() == null ? "formula" : "rollup");
                    });
        }
        if (graph.readsClock(definition)) {
            for (var other : graph.all()) {
                if (other.reads().stream()
                        .anyMatch(read -> !read.own() && read.key().equals(definition.key()))) {
                    throw new AppException(
                            CommonError.BAD_VALUE,
                            "%s uses this field, which cannot change with the time then.".formatted(other.told()),
                            "formula");
                }
            }
        }
    }

    /** Another formula of the type that reads the field must still be readable with what it is now. */
    private void refuseToBreakOthers(Descriptor type, FieldDescriptor field) {
        for (var other : definitions.current().all()) {
            if (other.formula() != null
                    && other.type().equals(type)
                    && other.ownReads().contains(field.name())) {
                try {
                    expressions.compile(type, other.formula().text());
                } catch (BadExpression bad) {
                    throw new AppException(
                            CommonError.BAD_VALUE,
                            "%s could no longer be worked out: %s"
                                    .formatted(
                                            other.field().label(), bad.problem().message()),
                            "formula");
                }
            }
        }
    }
}
