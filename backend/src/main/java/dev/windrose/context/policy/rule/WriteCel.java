package dev.windrose.context.policy.rule;

import java.util.List;
import java.util.stream.Collectors;

/** Conditions in the expression language of the product. */
public final class WriteCel {

    private WriteCel() {}

    /** Holds where the rule asks something. */
    public static String of(ClauseRule rule) {
        if (rule.then() instanceof Outcome.Missing(var fields)) {
            var filled =
                    Condition.all(fields.stream().map(Condition.Filled::new).toList());
            return of(Condition.all(List.of(rule.when(), Condition.not(filled))));
        }
        return of(rule.when());
    }

    public static String of(Condition condition) {
        return written(condition, false);
    }

    private static String written(Condition condition, boolean inner) {
        return switch (condition) {
            case Condition.All(var parts) -> parts.isEmpty() ? "true" : joined(parts, " && ", inner);
            case Condition.Any(var parts) -> parts.isEmpty() ? "false" : joined(parts, " || ", inner);
            case Condition.Not(var part) -> "!(%s)".formatted(written(part, false));
            case Condition.Bound bound -> bound(bound, inner);
            case Condition.OneOf one -> one(one);
            case Condition.Filled(var field) -> "%s in %s".formatted(quoted(field), Fact.FILLED.key());
        };
    }

    private static String joined(List<Condition> parts, String sign, boolean inner) {
        var text = parts.stream().map(part -> written(part, true)).collect(Collectors.joining(sign));
        return inner && parts.size() > 1 ? "(" + text + ")" : text;
    }

    private static String bound(Condition.Bound bound, boolean inner) {
        var compared = "%s %s %s"
                .formatted(
                        bound.fact().key(),
                        bound.compare().sign(),
                        bound.value().toPlainString());
        if (bound.currency() == null) {
            return compared;
        }
        var text = "%s && %s == %s".formatted(compared, Fact.CURRENCY.key(), quoted(bound.currency()));
        return inner ? "(" + text + ")" : text;
    }

    private static String one(Condition.OneOf one) {
        var key = one.fact().key();
        if (one.fact().form() == Fact.Form.TRUTH) {
            return one.values().contains("true") ? key : "!" + key;
        }
        if (one.values().size() == 1) {
            return "%s == %s".formatted(key, quoted(one.values().iterator().next()));
        }
        return one.values().stream().map(WriteCel::quoted).collect(Collectors.joining(", ", key + " in [", "]"));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
