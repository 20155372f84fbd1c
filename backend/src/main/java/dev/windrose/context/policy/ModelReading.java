package dev.windrose.context.policy;

import dev.windrose.context.policy.grammar.SaidInClause;
import dev.windrose.context.policy.rule.ClauseRule;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Outcome;
import dev.windrose.context.policy.rule.ReadCel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rules that a model has read of a clause, as a person takes them over into the details of the entry. Whoever wrote them, they are checked each time:
 * what does not stand in the clause is no rule of it.
 */
final class ModelReading {

    static final String DETAIL = "reading";
    static final String WARNING = "Read by a model. Check the examples.";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST = 20;

    private ModelReading() {}

    /** What was read, or why it is no reading of the clause. */
    record Checked(List<PolicyRule> rules, @Nullable String problem) {}

    /** The reading that the details of an entry hold for this very clause; else the clause as it is. */
    static CompiledClause in(@Nullable Object details, CompiledClause text) {
        if (!(details instanceof Map<?, ?> map) || !(map.get(DETAIL) instanceof String written) || written.isBlank()) {
            return text;
        }
        var reading = read(written);
        if (!text.clause().equals(reading.path("clause").asString(""))) {
            return CompiledClause.text(text.clause(), "%s What a model read was another clause.".formatted(text.why()));
        }
        var checked = of(text.clause(), reading.path("rules"));
        return checked.problem() == null
                ? compiled(text.clause(), checked)
                : CompiledClause.text(
                        text.clause(), "%s What a model read is not used: %s".formatted(text.why(), checked.problem()));
    }

    private static JsonNode read(String written) {
        try {
            return JSON.readTree(written);
        } catch (JacksonException unreadable) {
            return JSON.createObjectNode();
        }
    }

    static CompiledClause compiled(String clause, Checked checked) {
        return new CompiledClause(clause, checked.rules(), null, List.of(WARNING), true, false);
    }

    static Checked of(String clause, JsonNode written) {
        if (!written.isArray() || written.isEmpty() || written.size() > MOST) {
            return new Checked(List.of(), "There is no rule in it.");
        }
        var rules = new ArrayList<PolicyRule>();
        for (var one : written) {
            var rule = rule(clause, one);
            if (rule.isEmpty()) {
                return new Checked(List.of(), "A rule is not in the form of rules.");
            }
            var missing = SaidInClause.missing(clause, rule.get());
            if (missing.isPresent()) {
                return new Checked(
                        List.of(),
                        "The clause does not say \"%s\"."
                                .formatted(missing.get().replace('_', ' ')));
            }
            rules.add(PolicyRule.of(rule.get()));
        }
        return new Checked(List.copyOf(rules), null);
    }

    private static Optional<ClauseRule> rule(String clause, JsonNode written) {
        var when = ReadCel.of(written.path("when").asString(""));
        var then = outcome(written.path("asks"));
        if (when.isEmpty() || then == null || when.get().facts().contains(Fact.FILLED)) {
            return Optional.empty();
        }
        var quote = written.path("quote").asString("");
        int start = quote.isBlank() ? -1 : clause.indexOf(quote);
        return Optional.of(new ClauseRule(
                when.get(),
                then,
                Math.max(start, 0),
                start < 0 ? clause.length() : start + quote.length(),
                List.of(WARNING)));
    }

    private static @Nullable Outcome outcome(JsonNode asks) {
        try {
            var kind = asks.path("outcome").asString("");
            var outcome = OutcomeJson.read(asks.toString());
            boolean whole =
                    switch (outcome) {
                        case Outcome.Approval(var by, var _) -> !by.isEmpty();
                        case Outcome.Route(var to) -> !to.isBlank();
                        case Outcome.Missing(var fields) -> !fields.isEmpty();
                        case Outcome.Allow _ -> kind.equals("allow");
                        case Outcome.Refuse _, Outcome.Floor _, Outcome.PercentOff _ -> true;
                    };
            return whole ? outcome : null;
        } catch (RuntimeException unreadable) {
            return null;
        }
    }
}
