package dev.windrose.crm.company;

import dev.windrose.crm.company.CompanyTree.Node;
import dev.windrose.crm.company.CompanyTree.Sum;
import dev.windrose.crm.company.CompanyTree.Totals;
import dev.windrose.crm.company.CompanyTreeStore.Deals;
import dev.windrose.crm.company.CompanyTreeStore.People;
import dev.windrose.crm.company.CompanyTreeStore.Place;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.id.CompanyId;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.currency.ExchangeRates;
import dev.windrose.records.query.Records;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Groups of companies, and what they add up to. */
@Component
public class CompanyTrees {

    private static final int MOST = 1_000;

    private final CompanyTreeStore store;
    private final Records records;
    private final ExchangeRates rates;
    private final Workspaces workspaces;

    CompanyTrees(CompanyTreeStore store, Records records, ExchangeRates rates, Workspaces workspaces) {
        this.store = store;
        this.records = records;
        this.rates = rates;
        this.workspaces = workspaces;
    }

    /** The company and all below it. */
    @Transactional(readOnly = true)
    public CompanyTree below(CompanyId company) {
        Permissions.require(Operation.READ, "company");
        records.get("company", company.value());
        var found = store.below(company.value(), MOST + 1);
        var shown = found.subList(0, Math.min(MOST, found.size()));
        var ids = shown.stream().map(Place::id).toList();
        var deals = store.deals(ids);
        var people = store.people(ids).stream().collect(Collectors.toMap(People::company, People::count));
        var adding = new Adding(rates.base(), rates.on(workspaces.today()));
        var byCompany = deals.stream().collect(Collectors.groupingBy(Deals::company));
        var nodes = shown.stream()
                .map(place -> new Node(
                        place.id(),
                        place.name(),
                        place.parent(),
                        place.level(),
                        place.state(),
                        adding.totals(
                                byCompany.getOrDefault(place.id(), List.of()), people.getOrDefault(place.id(), 0L))))
                .toList();
        long all = people.values().stream().mapToLong(Long::longValue).sum();
        return new CompanyTree(nodes, adding.totals(deals, all), found.size() <= MOST);
    }

    private record Adding(String currency, Map<String, BigDecimal> rates) {

        Totals totals(List<Deals> deals, long contacts) {
            return new Totals(contacts, sum(deals, "open"), sum(deals, "won"));
        }

        private Sum sum(List<Deals> deals, String state) {
            var minor = new TreeMap<String, Long>();
            long count = 0;
            for (var some : deals) {
                if (some.state().equals(state)) {
                    count += some.count();
                    if (some.currency() != null) {
                        minor.merge(some.currency(), some.minor(), Long::sum);
                    }
                }
            }
            var total = ExchangeRates.total(minor, currency, rates);
            return new Sum(count, total.converted(), total.perCurrency());
        }
    }
}
