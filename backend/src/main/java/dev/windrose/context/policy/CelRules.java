package dev.windrose.context.policy;

import dev.windrose.context.policy.rule.ClauseRule;
import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Facts;
import dev.windrose.context.policy.rule.Holds;
import dev.windrose.context.policy.rule.WriteCel;
import dev.windrose.records.expression.BadExpression;
import dev.windrose.records.expression.Expression;
import dev.windrose.records.expression.Expressions;
import dev.windrose.records.expression.Moment;
import dev.windrose.records.expression.Values;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Rules as expressions: checked when they are made, and worked out by the one language of expressions. */
@Component
class CelRules implements Holds {

    private final Expressions expressions;
    private final Clock clock;

    CelRules(Expressions expressions, Clock clock) {
        this.expressions = expressions;
        this.clock = clock;
    }

    /** What is wrong with an expression; empty for a condition over facts. */
    Optional<String> problem(PolicyRule rule) {
        try {
            expressions.compiled(FactShape.of(rule.rule().when()), rule.cel());
            return Optional.empty();
        } catch (BadExpression e) {
            return Optional.of(e.problem().message());
        }
    }

    /** An amount that cannot be compared leaves a condition open; that the expression cannot say. */
    @Override
    public Truth in(ClauseRule rule, Facts world) {
        var truth = Holds.of(rule.when(), world);
        if (!truth.blockedBy().isEmpty()) {
            return truth;
        }
        boolean holds = compiled(rule).holds(Values.of(values(rule, world)), Moment.utc(clock.instant()));
        return new Truth(holds, holds, Set.of());
    }

    private Expression compiled(ClauseRule rule) {
        var cel = WriteCel.of(rule);
        try {
            return expressions.compiled(FactShape.of(rule.when()), cel);
        } catch (BadExpression e) {
            throw new IllegalStateException("A stored rule cannot be read: " + cel, e);
        }
    }

    private static Map<String, Object> values(ClauseRule rule, Facts world) {
        var values = new HashMap<String, Object>();
        world.values()
                .forEach((fact, value) -> values.put(
                        fact.key(),
                        value instanceof String text
                                ? fact.form() == Fact.Form.TRUTH
                                        ? (Object) Boolean.valueOf(text)
                                        : spelled(rule, fact, text)
                                : value instanceof Set<?> set ? List.copyOf(set) : value));
        return values;
    }

    /** Names are compared by what two spellings share; the expression holds one. */
    private static String spelled(ClauseRule rule, Fact fact, String value) {
        return rule.when().leaves().stream()
                .filter(leaf ->
                        leaf instanceof Condition.OneOf one && one.fact().equals(fact))
                .flatMap(leaf -> ((Condition.OneOf) leaf).values().stream())
                .filter(known -> Facts.same(fact, known).equals(Facts.same(fact, value)))
                .findFirst()
                .orElse(fact == Fact.CURRENCY ? Facts.same(fact, value) : value);
    }
}
