package dev.windrose.context.policy;

import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Verdict;
import dev.windrose.platform.id.ContextEntryId;
import java.util.List;
import java.util.Set;

/**
 * What one policy says of a case.
 *
 * @param version of the entry that was asked
 * @param guessed nobody has confirmed yet that its rules are what it means
 * @param rules those that hold or could hold, so that the words they come from can be shown
 * @param reads facts that the policy turns on
 */
public record Ruling(
        ContextEntryId entryId,
        long version,
        String title,
        String clause,
        Enforcement enforce,
        boolean guessed,
        Verdict verdict,
        List<PolicyRule> rules,
        Set<Fact> reads) {}
