package dev.windrose.crm.account;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.id.CompanyId;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.query.Records;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that the page of an account shows first, in few queries. */
@Component
public class AccountPages {

    private final Records records;
    private final Descriptors descriptors;
    private final AccountStore store;
    private final AccessSql access;

    AccountPages(Records records, Descriptors descriptors, AccountStore store, AccessSql access) {
        this.access = access;
        this.records = records;
        this.descriptors = descriptors;
        this.store = store;
    }

    /** @throws dev.windrose.platform.error.AppException NOT_FOUND also for a company of another workspace */
    @Transactional(readOnly = true)
    public AccountPage of(CompanyId id) {
        Permissions.require(Operation.READ, "company");
        var company = records.get("company", id.value());
        var facts = store.facts(id, descriptors);
        var dealHidden = access.hidden(descriptors.get("deal"));
        boolean amounts = !dealHidden.contains("deal_amount") && !dealHidden.contains("deal_state");
        var contactHidden = access.hidden(descriptors.get("contact"));
        return new AccountPage(
                company,
                store.people(id).stream()
                        .map(person -> contactHidden.isEmpty() ? person : person.without(contactHidden))
                        .toList(),
                store.openDeals(id).stream()
                        .map(deal -> dealHidden.isEmpty() ? deal : deal.without(dealHidden))
                        .toList(),
                amounts ? facts.totals().getOrDefault("open", List.of()) : List.of(),
                amounts ? facts.totals().getOrDefault("won", List.of()) : List.of(),
                company.masked().contains("customer_state") ? null : facts.state(),
                access.hidden(descriptors.get("interaction")).isEmpty() ? facts.activity() : null,
                facts.counts());
    }
}
