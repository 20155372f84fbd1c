package dev.windrose.records.derived;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.CustomField;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldCheck;
import dev.windrose.records.FieldKind;
import dev.windrose.records.expression.BadExpression;
import dev.windrose.records.expression.Expressions;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Conditions that fields demand of a record. */
@Component
class CheckConditions implements FieldCheck {

    private final Expressions expressions;
    private final Recompute recompute;
    private final Moments moments;

    CheckConditions(Expressions expressions, Recompute recompute, Moments moments) {
        this.expressions = expressions;
        this.recompute = recompute;
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

    /** A condition that can no longer be read, because a field it names was removed, keeps nobody from writing. */
    @Override
    public boolean accepts(Descriptor type, CustomField.Validation validation, Map<String, Object> values) {
        try {
            var expression = expressions.compiled(type, validation.expression());
            return Boolean.TRUE.equals(
                    recompute.preview(expression, values, moments.now()).value());
        } catch (BadExpression outdated) {
            return true;
        }
    }
}
