package dev.windrose.revenue.price;

import dev.windrose.context.policy.LivePolicy;
import dev.windrose.context.policy.Policies;
import dev.windrose.context.policy.PolicyRoles;
import dev.windrose.context.policy.Ruling;
import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Verdict;
import dev.windrose.llm.language.Fold;
import dev.windrose.revenue.price.QuoteRuling.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the policies that hold say of the terms of a quote. */
@Component
public class QuoteClauses {

    private static final String DAYS = "(\\d{1,3})[ -]*(?:calendar )?(?:days?|tagen?|jours?|dias?)\\b";
    private static final Pattern VALID = Pattern.compile(
            "\\b(?:quotes?|quotations?|offers?|angebote?|offerten?|devis|offres?|ofertas?|presupuestos?)\\b[^.]{0,40}"
                    + "\\b(?:valid|holds?|stands?|open|gultig|gilt|gelten|valables?|valides?|validas?)\\b[^.]{0,20}?"
                    + DAYS);
    private static final Pattern USUAL = Pattern.compile(
            "\\b(?:standard|usual|usually|default|normal|normally|regular|ublich|habituel\\w*|estandar|habitual)\\b[^.]{0,40}?(?:net )?"
                    + DAYS);

    private final Policies policies;
    private final PolicyRoles roles;
    private final QuoteFacts facts;

    QuoteClauses(Policies policies, PolicyRoles roles, QuoteFacts facts) {
        this.policies = policies;
        this.roles = roles;
        this.facts = facts;
    }

    /** A number of days that a policy names. */
    public record Days(int days, UUID clause, String title) {}

    /** Prohibitions first, by the policies of the day of the terms. */
    @Transactional(readOnly = true)
    public List<QuoteRuling> of(QuoteTerms terms) {
        var rulings = new ArrayList<QuoteRuling>();
        for (var ruling : policies.rule(facts.facts(terms), terms.day())) {
            if (!ruling.guessed() || aboutNumbers(ruling)) {
                switch (ruling.verdict()) {
                    case Verdict.Approval(var by) -> rulings.add(told(ruling, Kind.APPROVAL, by));
                    case Verdict.Refuse _ -> rulings.add(told(ruling, Kind.REFUSAL, List.of()));
                    case Verdict.Missing _, Verdict.Price _, Verdict.Route _, Verdict.Unknown _, Verdict.Allow _ -> {}
                }
            }
        }
        rulings.sort(Comparator.comparing(ruling -> !ruling.refuses()));
        return rulings;
    }

    /** The highest discount that whoever asks may give on such terms without another's approval; empty where no policy bounds it. */
    @Transactional(readOnly = true)
    public Optional<BigDecimal> mostAlone(QuoteTerms terms) {
        var bounds = new TreeSet<BigDecimal>(Comparator.reverseOrder());
        for (LivePolicy policy : policies.all()) {
            for (var rule : policy.conditions()) {
                for (var leaf : rule.when().leaves()) {
                    if (leaf instanceof Condition.Bound bound && bound.fact().equals(Fact.DISCOUNT_PERCENT)) {
                        bounds.add(bound.value());
                        bounds.add(bound.value().subtract(BigDecimal.ONE).max(BigDecimal.ZERO));
                    }
                }
            }
        }
        return bounds.stream()
                .filter(percent ->
                        of(terms.withDiscount(percent)).stream().allMatch(ruling -> !ruling.refuses() && ruling.held()))
                .findFirst();
    }

    /** For how many days a quote holds. */
    @Transactional(readOnly = true)
    public Optional<Days> validity() {
        return days(VALID);
    }

    /** Within how many days is paid where nothing else is agreed. */
    @Transactional(readOnly = true)
    public Optional<Days> usualPayment() {
        return days(USUAL);
    }

    private Optional<Days> days(Pattern pattern) {
        return policies.readable().stream()
                .flatMap(policy -> {
                    var match = pattern.matcher(Fold.inPlace(policy.clause()));
                    var found = match.find() ? OptionalInt.of(Integer.parseInt(match.group(1))) : OptionalInt.empty();
                    return found.stream()
                            .mapToObj(days -> new Days(days, policy.id().value(), policy.title()));
                })
                .findFirst();
    }

    private static boolean aboutNumbers(Ruling ruling) {
        return !ruling.rules().isEmpty()
                && ruling.rules().stream().allMatch(rule -> rule.rule().when().facts().stream()
                        .anyMatch(fact -> fact.numeric() && !fact.own()));
    }

    private QuoteRuling told(Ruling ruling, Kind kind, List<String> by) {
        return new QuoteRuling(
                ruling.entryId().value(),
                ruling.title(),
                ruling.clause(),
                kind,
                by,
                by.stream().allMatch(roles::held),
                ruling.guessed());
    }
}
