package dev.windrose.context.policy;

import dev.windrose.context.entry.Sensitivity;
import dev.windrose.context.policy.rule.ClauseRule;
import dev.windrose.platform.id.ContextEntryId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy with the rules that its text became.
 *
 * @param why it is only text; null where it has rules
 * @param byModel a model has read the clause, and a person has taken its reading over
 * @param confirmed a person has confirmed rules that had to be guessed
 */
public record LivePolicy(
        ContextEntryId id,
        long version,
        String title,
        String kind,
        Sensitivity sensitivity,
        String clause,
        @Nullable String why,
        List<String> warnings,
        Enforcement enforce,
        boolean byModel,
        boolean confirmed,
        List<PolicyRule> rules) {

    /** A guess only warns until a person confirms it. */
    public boolean guessed() {
        return !rules.isEmpty() && !warnings.isEmpty() && !byModel && !confirmed;
    }

    Enforcement enforced() {
        return guessed() ? Enforcement.WARN : enforce;
    }

    public List<ClauseRule> conditions() {
        return rules.stream().map(PolicyRule::rule).toList();
    }
}
