package dev.windrose.context.policy.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules in words that people check beside the clause. */
public final class TellRule {

    private TellRule() {}

    public static String of(ClauseRule rule) {
        var when = rule.when().equals(Condition.ALWAYS) ? "always" : "when " + of(rule.when());
        return switch (rule.then()) {
            case Outcome.Approval approval -> "Needs %s %s".formatted(by(approval), when);
            case Outcome.Refuse _ -> "Prohibited " + when;
            case Outcome.Floor(var price, var currency) ->
                "Not below %s a unit: refused %s".formatted(money(price, currency), when);
            case Outcome.PercentOff(var percent) -> "%s %% off %s".formatted(percent.toPlainString(), when);
            case Outcome.Route(var to) -> "Goes to %s %s".formatted(words(to), when);
            case Outcome.Missing(var fields) -> "Needs filled %s %s".formatted(list(fields, " and "), when);
            case Outcome.Allow _ -> "Free " + when;
        };
    }

    public static String of(Condition condition) {
        return told(condition, false);
    }

    /** A key as words. */
    public static String words(String key) {
        return key.replace('_', ' ');
    }

    private static String told(Condition condition, boolean inner) {
        return switch (condition) {
            case Condition.All(var parts) -> joined(parts, " and ", inner);
            case Condition.Any(var parts) -> joined(parts, " or ", inner);
            case Condition.Not(Condition.OneOf one) -> one(one, true);
            case Condition.Not(var part) -> "not (%s)".formatted(told(part, false));
            case Condition.Bound bound -> bound(bound);
            case Condition.OneOf one -> one(one, false);
            case Condition.Filled(var field) -> words(field) + " is filled";
        };
    }

    private static String joined(List<Condition> parts, String word, boolean inner) {
        var text = parts.stream().map(part -> told(part, true)).collect(Collectors.joining(word));
        return inner && parts.size() > 1 ? "(" + text + ")" : text;
    }

    private static String bound(Condition.Bound bound) {
        var value = bound.fact().form() == Fact.Form.MONEY
                ? money(bound.value(), bound.currency())
                : bound.value().toPlainString() + (bound.fact().form() == Fact.Form.PERCENT ? " %" : "");
        return "%s %s %s".formatted(bound.fact().label(), bound.compare().sign(), value);
    }

    private static String one(Condition.OneOf one, boolean not) {
        if (one.fact().form() == Fact.Form.TRUTH) {
            boolean yes = one.values().contains("true") != not;
            return (yes ? "" : "no ") + one.fact().label();
        }
        return "%s is %s%s".formatted(one.fact().label(), not ? "not " : "", list(List.copyOf(one.values()), " or "));
    }

    private static String by(Outcome.Approval approval) {
        return list(approval.by(), approval.ordered() ? ", then " : " and ");
    }

    private static String list(List<String> keys, String last) {
        return keys.stream().map(TellRule::words).collect(Collectors.joining(last));
    }

    private static String money(BigDecimal amount, @Nullable String currency) {
        return amount.toPlainString() + (currency == null ? "" : " " + currency);
    }
}
