package dev.windrose.context.policy.rule;

import java.util.List;

/**
 * One rule of a clause.
 *
 * @param start first character of the clause that it comes from
 * @param end behind the last one
 */
public record ClauseRule(Condition when, Outcome then, int start, int end, List<String> warnings) {

    public ClauseRule {
        warnings = List.copyOf(warnings);
    }

    public RuleKind kind() {
        return RuleKind.of(then);
    }

    public ClauseRule when(Condition other) {
        return new ClauseRule(other, then, start, end, warnings);
    }

    public ClauseRule then(Outcome other) {
        return new ClauseRule(when, other, start, end, warnings);
    }
}
