package dev.windrose.agents.advise;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.FilterOp;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the rules go by, under the rights of whoever asks. */
@Component
class ReadFacts {

    private static final int MOST_COMPANIES = 100;
    /** What was said longer ago calls for nothing any more. */
    private static final int DAYS_BACK = 60;

    private static final Set<String> DEAL = Set.of(
            "name",
            "company_id",
            "product_id",
            "deal_state",
            "stage",
            "deal_amount",
            "deal_amount_currency",
            "next_step",
            "next_step_due",
            "deal_expected_signing_date",
            "deal_end_date",
            "owner_id");
    private static final Set<String> QUOTE =
            Set.of("name", "company_id", "deal_id", "status", "valid_until", "owner_id");
    private static final Set<String> TALK =
            Set.of("subject", "body", "date", "interaction_type", "contacts", "company_id", "deal_id");
    private static final Set<String> OBJECTION =
            Set.of("text", "response", "status", "company_id", "deal_id", "contact_id");
    private static final Set<String> ISSUE =
            Set.of("title", "issue_type", "status", "priority", "company_id", "assignee_id");
    private static final Set<String> CONTACT =
            Set.of("name", "company_id", "influence_role", "suppression_reason", "email");
    private static final Set<String> TASK = Set.of("title", "description", "status", "company_id", "deal_id");

    private final Records records;
    private final StageStore stages;
    private final Workspaces workspaces;

    ReadFacts(Records records, StageStore stages, Workspaces workspaces) {
        this.records = records;
        this.stages = stages;
        this.workspaces = workspaces;
    }

    /** Of one account. */
    @Transactional(readOnly = true)
    Facts ofCompany(UUID company) {
        Permissions.require(Operation.READ, "company");
        return of(Map.of(company, records.get("company", company)));
    }

    /** Of the accounts that somebody owns, and of those of their open deals. */
    @Transactional(readOnly = true)
    Facts ofPerson(UUID person) {
        Permissions.require(Operation.READ, "company");
        var owned = Filter.is("owner_id", person.toString());
        var ids = new LinkedHashSet<UUID>();
        query("deal", Filter.and(owned, Filter.is("deal_state", "open")), "-updated_at", 200, Set.of("company_id"))
                .stream()
                .map(deal -> deal.reference("company_id"))
                .filter(Objects::nonNull)
                .forEach(ids::add);
        query("company", owned, "-updated_at", MOST_COMPANIES, Set.of("name"))
                .forEach(company -> ids.add(company.id()));
        return ofAll(ids);
    }

    /** Of the accounts in which something goes on, for the whole workspace. */
    @Transactional(readOnly = true)
    List<UUID> busy() {
        var open =
                query("deal", Filter.is("deal_state", "open"), "-updated_at", RecordQuery.MOST, Set.of("company_id"));
        var ending = query(
                "deal",
                Filter.and(
                        Filter.is("deal_state", "won"),
                        new Filter.Compare("deal_end_date", FilterOp.WITHIN_NEXT, "90d")),
                "-updated_at",
                RecordQuery.MOST,
                Set.of("company_id"));
        return Stream.concat(open.stream(), ending.stream())
                .map(deal -> deal.reference("company_id"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    Facts ofAll(Collection<UUID> ids) {
        var some = ids.stream().limit(MOST_COMPANIES).toList();
        return of(some.isEmpty() ? Map.of() : records.byIds("company", some));
    }

    private Facts of(Map<UUID, RecordData> companies) {
        var ids = companies.keySet().stream().map(UUID::toString).toList();
        if (ids.isEmpty()) {
            return new Facts(
                    workspaces.today(),
                    zone(),
                    Map.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Map.of(),
                    Map.of());
        }
        var theirs = Filter.in("company_id", ids);
        var deals = all("deal", theirs, "-updated_at", DEAL);
        var since = workspaces.today().minusDays(DAYS_BACK).toString();
        var lately = new Filter.Compare("date", FilterOp.GTE, since);
        var unsettled = Filter.in("status", List.of("open", "in_progress", "waiting"));
        return new Facts(
                workspaces.today(),
                zone(),
                new LinkedHashMap<>(companies),
                deals,
                all("quote", Filter.and(theirs, Filter.is("status", "sent")), "-updated_at", QUOTE),
                all("interaction", Filter.and(theirs, lately), "-date", TALK),
                all("objection", Filter.and(theirs, Filter.is("status", "open")), "-updated_at", OBJECTION),
                all("issue", Filter.and(theirs, unsettled), "-updated_at", ISSUE),
                all("contact", Filter.and(theirs, Filter.is("influence_role", "champion")), "-updated_at", CONTACT),
                all("task", theirs, "-updated_at", TASK),
                stages.entered(deals.stream().map(RecordData::id).collect(Collectors.toSet())),
                stages.histories());
    }

    private ZoneId zone() {
        return ZoneId.of(workspaces.current().timeZone());
    }

    private List<RecordData> all(String type, Filter filter, String sort, Set<String> fields) {
        if (!Permissions.allows(ActorScope.current(), Operation.READ, type)) {
            return List.of();
        }
        return records.page(RecordQuery.of(type)
                        .where(filter)
                        .sortedBy(sort)
                        .limit(RecordQuery.MOST)
                        .showing(fields))
                .data();
    }

    private List<RecordData> query(String type, Filter filter, String sort, int limit, Set<String> fields) {
        return records.query(
                RecordQuery.of(type).where(filter).sortedBy(sort).limit(limit).showing(fields));
    }
}
