package dev.windrose.context.policy.rule;

import java.util.Locale;

/** What a rule is about. */
public enum RuleKind {
    APPROVAL,
    PROHIBITION,
    PRICE,
    ROUTING,
    STAGE_ENTRY,
    PERMISSION;

    public static RuleKind of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Approval _ -> APPROVAL;
            case Outcome.Refuse _ -> PROHIBITION;
            case Outcome.Floor _, Outcome.PercentOff _ -> PRICE;
            case Outcome.Route _ -> ROUTING;
            case Outcome.Missing _ -> STAGE_ENTRY;
            case Outcome.Allow _ -> PERMISSION;
        };
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
