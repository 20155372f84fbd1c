package dev.windrose.crm.account;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.id.CompanyId;
import dev.windrose.records.Descriptors;
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

    AccountPages(Records records, Descriptors descriptors, AccountStore store) {
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
        return new AccountPage(
                company,
                store.people(id),
                store.openDeals(id),
                facts.totals().getOrDefault("open", List.of()),
                facts.totals().getOrDefault("won", List.of()),
                facts.state(),
                facts.activity(),
                facts.counts());
    }
}
