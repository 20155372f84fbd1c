package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.rule.ClauseRule;
import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement was understood as.
 *
 * @param rule null for an exception to the statements before
 * @param exception what is excepted from the statements before
 * @param adds asks beside what a lower tier asks
 */
record Statement(
        Draft draft,
        @Nullable Condition when,
        @Nullable Outcome then,
        @Nullable Condition exception,
        boolean adds) {

    @Nullable
    ClauseRule rule() {
        return when == null || then == null
                ? null
                : new ClauseRule(when, then, draft.start(), draft.end(), List.copyOf(draft.warnings));
    }

    Statement when(Condition other) {
        return new Statement(draft, other, then, exception, adds);
    }
}
