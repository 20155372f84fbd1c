package dev.windrose.context.claim;

import dev.windrose.records.Descriptors;
import dev.windrose.records.RecordData;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.query.AggregateQuery;
import dev.windrose.records.query.Aggregates;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.Grouping;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads of the records what the actor in scope may see. A count is told only to somebody who sees all that is counted. */
@Component
class ReadRecords {

    private static final int FEW = 50;

    private final Records records;
    private final Aggregates aggregates;
    private final AccessSql access;
    private final Descriptors descriptors;

    ReadRecords(Records records, Aggregates aggregates, AccessSql access, Descriptors descriptors) {
        this.records = records;
        this.aggregates = aggregates;
        this.access = access;
        this.descriptors = descriptors;
    }

    /** Whether the actor sees every record of a type, with these fields. */
    boolean seesAll(String type, String... fields) {
        return access.seesAll(descriptors.get(type)) && shows(type, fields);
    }

    boolean shows(String type, String... fields) {
        var hidden = access.hidden(descriptors.get(type));
        return Set.of(fields).stream().noneMatch(hidden::contains);
    }

    /** How many there are; empty where they are too many to be counted. */
    OptionalLong count(String type, Filter filter) {
        var page = records.page(RecordQuery.of(type)
                .where(filter)
                .showing(Set.of("id"))
                .limit(1)
                .counted());
        var total = page.total();
        return total == null || page.totalIsEstimate() ? OptionalLong.empty() : OptionalLong.of(total);
    }

    /** How many different values a field has; empty where they are too many to be counted. */
    OptionalLong different(String type, Filter filter, String field) {
        var counted =
                aggregates.of(new AggregateQuery(type, filter, List.of(new Grouping(field, null)), List.of(), null));
        return counted.truncated()
                ? OptionalLong.empty()
                : OptionalLong.of(counted.groups().stream()
                        .filter(group -> group.key().get(field) != null)
                        .count());
    }

    Optional<String> name(String type, UUID id) {
        return records.find(type, id).map(data -> data.text("name"));
    }

    List<RecordData> called(String type, String name) {
        return records.query(RecordQuery.of(type)
                .where(Filter.is("name", name))
                .showing(
                        type.equals("product")
                                ? Set.of("name", "list_price")
                                : Set.of("name", "customer_state", "employee_size"))
                .limit(FEW));
    }

    List<RecordData> dealsOf(UUID company) {
        return records.query(RecordQuery.of("deal")
                .where(Filter.is("company_id", company.toString()))
                .showing(Set.of("name", "deal_amount", "deal_amount_currency", "deal_state", "product_id"))
                .limit(FEW));
    }
}
