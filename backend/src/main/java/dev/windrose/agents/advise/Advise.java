package dev.windrose.agents.advise;

import dev.windrose.records.Money;
import dev.windrose.records.currency.ExchangeRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Holds the record against the rules and puts what they find in order: what cannot wait first, then what is worth most. */
@Component
class Advise {

    private final ReadFacts read;
    private final List<AdviceRule> rules;
    private final ExchangeRates rates;

    Advise(ReadFacts read, List<AdviceRule> rules, ExchangeRates rates) {
        this.read = read;
        this.rules = List.copyOf(rules);
        this.rates = rates;
    }

    @Transactional(readOnly = true)
    List<Advice> ofCompany(UUID company) {
        return of(read.ofCompany(company));
    }

    @Transactional(readOnly = true)
    List<Advice> ofPerson(UUID person) {
        return of(read.ofPerson(person));
    }

    @Transactional(readOnly = true)
    List<Advice> ofAll(Collection<UUID> companies) {
        return of(read.ofAll(companies));
    }

    private List<Advice> of(Facts facts) {
        var base = rates.base();
        var known = rates.on(facts.today());
        var once = new LinkedHashMap<UUID, Advice>();
        rules.stream().flatMap(rule -> rule.of(facts)).forEach(advice -> once.putIfAbsent(advice.id(), advice));
        return once.values().stream()
                .sorted(Comparator.comparingInt(Advice::urgency)
                        .reversed()
                        .thenComparing(advice -> worth(advice, base, known), Comparator.reverseOrder())
                        .thenComparing(Advice::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                        .thenComparing(Advice::title)
                        .thenComparing(Advice::id))
                .toList();
    }

    /** In the currency of the workspace; where no rate is known it counts as nothing. */
    private static BigDecimal worth(Advice advice, String base, Map<String, BigDecimal> known) {
        var worth = advice.worth();
        @Nullable Money money = worth == null ? null : worth.expected() == null ? worth.amount() : worth.expected();
        if (money == null) {
            return BigDecimal.ZERO;
        }
        var total = ExchangeRates.total(Map.of(money.currency(), money.minor()), base, known);
        return total.converted() == null ? BigDecimal.ZERO : total.converted().amount();
    }
}
