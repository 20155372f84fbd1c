package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.rule.ClauseRule;
import dev.windrose.context.policy.rule.Compare;
import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Outcome;
import dev.windrose.llm.language.Fold;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether each number and name of a rule stands in its clause. What somebody else has read of it is held to that. */
public final class SaidInClause {

    private static final BigDecimal DAY = BigDecimal.valueOf(24);
    private static final int STEM = 4;

    private final List<Token> tokens;
    private final Set<String> meanings = new HashSet<>();
    private final List<BigDecimal> numbers = new ArrayList<>();

    private SaidInClause(String clause) {
        this.tokens = Tokens.of(clause);
        var chunks = Chunker.of(tokens, Vocabulary.NONE);
        for (var chunk : Ranges.in(chunks)) {
            meanings.add(chunk.value());
            chunk.bounds().forEach(limit -> numbers.add(limit.value()));
            if (chunk.number() != null) {
                numbers.add(chunk.number());
            }
        }
        for (int at = 0; at < tokens.size(); at++) {
            for (var match : Words.at(tokens, at)) {
                match.senses().forEach(this::note);
            }
            var value = tokens.get(at).value();
            if (value != null) {
                numbers.add(value);
            }
        }
    }

    private void note(Words.Sense sense) {
        meanings.add(sense.value());
        switch (sense.kind()) {
            case ACT -> List.of(sense.value().split("\\|")).forEach(act -> meanings.add("action=" + act));
            case ENTER, LEAVE, STAGEWORD, ANYSTAGE -> meanings.add("action=change_stage");
            case SHARE, DATA -> meanings.add("action=share_data");
            default -> {}
        }
        if (sense.value().equals(Fact.TRIAL_DAYS.key())) {
            meanings.add("action=free_trial");
        }
    }

    /** What of the rule the clause does not say; empty where all of it stands there. */
    public static Optional<String> missing(String clause, ClauseRule rule) {
        var said = new SaidInClause(clause);
        for (var leaf : rule.when().leaves()) {
            var missing = said.missing(leaf);
            if (missing != null) {
                return Optional.of(missing);
            }
        }
        return Optional.ofNullable(said.missing(rule.then()));
    }

    private @Nullable String missing(Condition leaf) {
        return switch (leaf) {
            case Condition.Bound bound -> missing(bound);
            case Condition.OneOf one ->
                one.values().stream()
                        .filter(value -> !named(one.fact(), value))
                        .findFirst()
                        .map(value -> one.fact().key() + " " + value)
                        .orElse(null);
            case Condition.Filled(var field) -> words(field) ? null : field;
            case Condition.All _, Condition.Any _, Condition.Not _ -> null;
        };
    }

    private @Nullable String missing(Condition.Bound bound) {
        boolean any = bound.compare() == Compare.ABOVE && bound.value().signum() == 0;
        boolean day = bound.fact().equals(Fact.HOURS_WAITING)
                && numbers.stream().anyMatch(one -> one.multiply(DAY).compareTo(bound.value()) == 0);
        if (!any && !day && !number(bound.value())) {
            return bound.value().toPlainString();
        }
        return money(bound.currency()) ? null : bound.currency();
    }

    private @Nullable String missing(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Approval(var by, var _) -> unsaid(by);
            case Outcome.Route(var to) -> unsaid(List.of(to));
            case Outcome.Missing(var fields) -> unsaid(fields);
            case Outcome.Floor(var price, var currency) ->
                !number(price) ? price.toPlainString() : money(currency) ? null : currency;
            case Outcome.PercentOff(var percent) -> number(percent) ? null : percent.toPlainString();
            case Outcome.Refuse _, Outcome.Allow _ -> null;
        };
    }

    private @Nullable String unsaid(List<String> keys) {
        return keys.stream().filter(key -> !words(key)).findFirst().orElse(null);
    }

    private boolean number(BigDecimal value) {
        return numbers.stream().anyMatch(one -> one.compareTo(value) == 0);
    }

    private boolean money(@Nullable String currency) {
        return currency == null || tokens.stream().anyMatch(token -> currency.equals(token.currency()));
    }

    private boolean named(Fact fact, String value) {
        if (fact.form() == Fact.Form.TRUTH) {
            return meanings.contains(fact.key() + "=true")
                    || meanings.contains(fact.key() + "=false")
                    || words(fact.label());
        }
        return meanings.contains(fact.key() + "=" + value) || words(value);
    }

    /** Each word, in whatever ending. */
    private boolean words(String key) {
        for (var word : Fold.words(key.replace('_', ' ')).split(" ")) {
            boolean found = tokens.stream()
                    .map(Token::word)
                    .anyMatch(one -> one.equals(word)
                            || one.length() >= STEM
                                    && word.length() >= STEM
                                    && (one.startsWith(word) || word.startsWith(one)));
            if (!found) {
                return false;
            }
        }
        return !key.isBlank();
    }
}
