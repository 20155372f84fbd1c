package dev.windrose.crm.account;

import dev.windrose.crm.company.CustomerStates;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.id.CompanyId;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.query.Aggregate;
import dev.windrose.records.query.AggregateQuery;
import dev.windrose.records.query.Aggregates;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.FilterOp;
import dev.windrose.records.query.Grouping;
import dev.windrose.records.query.Measure;
import dev.windrose.records.query.RecordPage;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that the page of an account shows first, in one transaction. */
@Component
public class AccountPages {

    private static final int MANY = 100;

    private final Records records;
    private final Aggregates aggregates;
    private final Descriptors descriptors;
    private final CustomerStates states;
    private final AccessSql access;

    AccountPages(
            Records records, Aggregates aggregates, Descriptors descriptors, CustomerStates states, AccessSql access) {
        this.access = access;
        this.records = records;
        this.aggregates = aggregates;
        this.descriptors = descriptors;
        this.states = states;
    }

    /** @throws dev.windrose.platform.error.AppException NOT_FOUND also for a company of another workspace */
    @Transactional(readOnly = true)
    public AccountPage of(CompanyId id) {
        Permissions.require(Operation.READ, "company");
        var company = records.get("company", id.value());
        var lists = new LinkedHashMap<String, RecordPage>();
        add(lists, of("contact", id).sortedBy("name").limit(MANY), "name");
        add(lists, of("deal", id).sortedBy("-updated_at").limit(MANY));
        add(lists, open("task", id, "open", "in_progress").sortedBy("due_date").limit(MANY), "status", "due_date");
        add(lists, open("objection", id, "open").sortedBy("-updated_at").limit(MANY), "status");
        add(lists, of("interaction", id).sortedBy("-date").limit(1), "date");
        boolean stateHidden = company.masked().contains("customer_state");
        return new AccountPage(company, lists, deals(id.value()), stateHidden ? List.of() : states.history(id));
    }

    private void add(Map<String, RecordPage> lists, RecordQuery query, String... fields) {
        if (readable(query.type(), fields)) {
            lists.put(query.type(), records.page(query.counted()));
        }
    }

    /** A list that a hidden field would find or sort is left out: it would tell the field. */
    private boolean readable(String type, String... fields) {
        if (descriptors.find(type).isEmpty() || !Permissions.allows(ActorScope.current(), Operation.READ, type)) {
            return false;
        }
        var hidden = access.hidden(descriptors.get(type));
        return !hidden.contains("company_id") && Stream.of(fields).noneMatch(hidden::contains);
    }

    private static RecordQuery of(String type, CompanyId company) {
        return RecordQuery.of(type).where(Filter.is("company_id", company.value()));
    }

    private static RecordQuery open(String type, CompanyId company, String... states) {
        return RecordQuery.of(type)
                .where(new Filter.And(List.of(
                        Filter.is("company_id", company.value()),
                        new Filter.Compare("status", FilterOp.IN, List.of(states)))));
    }

    private @Nullable Aggregate deals(UUID company) {
        if (!readable("deal", "deal_state", "deal_amount")) {
            return null;
        }
        return aggregates.of(new AggregateQuery(
                "deal",
                Filter.is("company_id", company),
                List.of(Grouping.of("deal_state")),
                List.of(Measure.of("sum", "deal_amount")),
                null));
    }
}
