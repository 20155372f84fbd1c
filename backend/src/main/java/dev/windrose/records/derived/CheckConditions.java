package dev.windrose.records.derived;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.CustomField;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldCheck;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.FieldUses;
import dev.windrose.records.expression.BadExpression;
import dev.windrose.records.expression.Expression;
import dev.windrose.records.expression.Expressions;
import dev.windrose.records.expression.Path;
import dev.windrose.records.expression.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Conditions that fields demand of a record. */
@Component
class CheckConditions implements FieldCheck, FieldUses {

    private final Descriptors descriptors;
    private final Expressions expressions;
    private final Recompute recompute;
    private final TryConditions tryConditions;
    private final Moments moments;

    CheckConditions(
            Descriptors descriptors,
            Expressions expressions,
            Recompute recompute,
            TryConditions tryConditions,
            Moments moments) {
        this.descriptors = descriptors;
        this.expressions = expressions;
        this.recompute = recompute;
        this.tryConditions = tryConditions;
        this.moments = moments;
    }

    @Override
    public void requireSound(Descriptor type, CustomField.Validation validation) {
        try {
            var expression = expressions.compile(type, validation.expression());
            if (expression.kind() != FieldKind.BOOLEAN) {
                throw new AppException(
                        CommonError.BAD_VALUE,
                        "A condition is true or false, not %s."
                                .formatted(expression.kind().wire()),
                        "validation");
            }
        } catch (BadExpression bad) {
            throw bad.of("validation");
        }
    }

    @Override
    public @Nullable String problem(Descriptor type, FieldDescriptor field, Map<String, Object> values) {
        var validation = condition(field);
        try {
            var expression = expressions.compiled(type, validation.expression());
            if (values.get(field.name()) == null && aboutItself(expression, field)) {
                return null;
            }
            return told(field, validation, recompute.preview(expression, values, moments.now()));
        } catch (BadExpression outdated) {
            return null;
        }
    }

    /** What a good value looks like is not asked of a record without one; that is what "required" is for. */
    private static boolean aboutItself(Expression expression, FieldDescriptor field) {
        return expression.paths().stream().allMatch(path -> path.steps().equals(List.of(field.name())));
    }

    private static @Nullable String told(FieldDescriptor field, CustomField.Validation validation, Result result) {
        if (Boolean.TRUE.equals(result.value())) {
            return null;
        }
        return result.reason() == null
                ? validation.message()
                : "The condition of %s, \"%s\", has no answer: %s"
                        .formatted(field.label(), validation.expression(), result.reason());
    }

    @Override
    public Failing failing(Descriptor type, FieldDescriptor field) {
        try {
            var expression = expressions.compile(type, condition(field).expression());
            return tryConditions.of(type, expression, aboutItself(expression, field) ? field.name() : null);
        } catch (BadExpression bad) {
            throw bad.of("validation");
        }
    }

    @Override
    public List<String> broken(Descriptor type, String field, boolean removed) {
        var broken = new ArrayList<String>();
        for (var other : descriptors.all()) {
            for (var one : other.fields().values()) {
                boolean itself = other.equals(type) && one.name().equals(field);
                if (!itself && reads(other, one, type.name(), field) && (removed || unreadable(type, other, one))) {
                    broken.add("%s: %s".formatted(other.label(), one.label()));
                }
            }
        }
        return broken;
    }

    /** With the type as it is about to be. */
    private boolean unreadable(Descriptor changed, Descriptor type, FieldDescriptor field) {
        try {
            if (type.equals(changed)) {
                expressions.compile(changed, condition(field).expression());
            }
            return false;
        } catch (BadExpression bad) {
            return true;
        }
    }

    @Override
    public List<Use> of(String type, String field) {
        var uses = new ArrayList<Use>();
        for (var other : descriptors.all()) {
            for (var one : other.fields().values()) {
                boolean itself = other.name().equals(type) && one.name().equals(field);
                if (!itself && reads(other, one, type, field)) {
                    uses.add(new Use(
                            "condition",
                            Objects.requireNonNull(one.custom()).id().toString(),
                            "%s: %s".formatted(other.label(), one.label())));
                }
            }
        }
        return uses;
    }

    private boolean reads(Descriptor holder, FieldDescriptor with, String type, String field) {
        if (with.custom() == null || with.custom().validation() == null) {
            return false;
        }
        try {
            return reads(expressions.compiled(holder, condition(with).expression()), type, field);
        } catch (BadExpression outdated) {
            return false;
        }
    }

    /** As a value, or as a reference on the way to one. */
    private static boolean reads(Expression expression, String type, String field) {
        for (var path : expression.paths()) {
            for (int step = 1; step <= path.steps().size(); step++) {
                var part = new Path(path.steps().subList(0, step));
                if (part.field().equals(field)
                        && expression
                                .holder(part)
                                .filter(one -> one.name().equals(type))
                                .isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static CustomField.Validation condition(FieldDescriptor field) {
        return Objects.requireNonNull(Objects.requireNonNull(field.custom()).validation());
    }
}
