package dev.windrose.records.derived;

import dev.windrose.platform.error.AppException;
import dev.windrose.records.Descriptors;
import dev.windrose.records.expression.BadExpression;
import dev.windrose.records.expression.ExpressionProblem;
import dev.windrose.records.expression.Expressions;
import dev.windrose.records.expression.Path;
import dev.windrose.records.query.Records;
import dev.windrose.records.store.JsonValue;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says of a formula being written whether it can be read, what it gives for a record, and what it depends on. */
@Component
public class CheckFormula {

    /**
     * @param kind of the value; null where the formula cannot be read
     * @param stored false where it asks for the time: lists cannot filter by it then
     * @param value for the record that was named
     * @param reason why there is no value
     */
    public record Answer(
            boolean ok,
            @Nullable String kind,
            boolean stored,
            @Nullable Object value,
            @Nullable String reason,
            @Nullable ExpressionProblem problem,
            List<String> dependsOn) {}

    private final Descriptors descriptors;
    private final Expressions expressions;
    private final Records records;
    private final Recompute recompute;
    private final Moments moments;

    CheckFormula(
            Descriptors descriptors, Expressions expressions, Records records, Recompute recompute, Moments moments) {
        this.descriptors = descriptors;
        this.expressions = expressions;
        this.records = records;
        this.recompute = recompute;
        this.moments = moments;
    }

    /**
     * @param record one that the actor sees
     * @throws AppException NOT_FOUND for a type or record that is not there
     */
    @Transactional(readOnly = true)
    public Answer of(String type, String formula, @Nullable UUID record) {
        var descriptor = descriptors.get(type);
        try {
            var expression = expressions.compile(descriptor, formula);
            var result = record == null
                    ? null
                    : recompute.preview(expression, records.get(type, record).values(), moments.now());
            return new Answer(
                    true,
                    expression.kind().wire(),
                    !expression.readsClock(),
                    result == null ? null : JsonValue.of(result.value()),
                    result == null ? null : result.reason(),
                    null,
                    expression.paths().stream().map(Path::toString).sorted().toList());
        } catch (BadExpression bad) {
            return new Answer(false, null, true, null, null, bad.problem(), List.of());
        }
    }
}
