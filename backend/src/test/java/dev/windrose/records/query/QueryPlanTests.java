package dev.windrose.records.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.store.RowMapping;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the database, as the role the product works as, how it would answer each kind of filter and order over many rows. */
@WindroseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryPlanTests {

    private static final int ROWS = 200_000;
    /** Together they have a field of every kind that can be filtered. */
    private static final Set<String> TYPES = Set.of("company", "contact");

    @Autowired
    Descriptors descriptors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Records records;

    @Autowired
    OpenScope open;

    @Autowired
    Environment environment;

    private TestWorkspace workspace;

    @BeforeAll
    void fill() {
        workspace = Workspaces.fresh();
        TYPES.forEach(type -> ManyRows.insert(environment, descriptors.get(type), workspace.tenant(), ROWS));
    }

    @AfterAll
    void empty() {
        TYPES.forEach(type -> ManyRows.remove(environment, descriptors.get(type), workspace.tenant()));
    }

    @Test
    void everyFilterUsesAnIndex() {
        var seen = EnumSet.noneOf(FieldKind.class);
        var scans = new ArrayList<String>();
        ActorScope.run(
                workspace.owner(),
                () -> TYPES.forEach(name -> {
                    var type = descriptors.get(name);
                    for (var field : type.fields().values()) {
                        if (field.filter()) {
                            seen.add(field.kind());
                            filters(type, field)
                                    .forEach(filter ->
                                            explain(type, RecordQuery.of(name).where(filter), scans));
                        }
                    }
                }));
        assertThat(scans).as("statements that read a whole table").isEmpty();
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(List.of(FieldKind.values()).stream()
                        .filter(FilterOp.IS::fits)
                        .filter(kind -> kind != FieldKind.NUMBER)
                        .toList());
    }

    @Test
    void everyOrderUsesAnIndex() {
        var scans = new ArrayList<String>();
        ActorScope.run(
                workspace.owner(),
                () -> TYPES.forEach(name -> {
                    var type = descriptors.get(name);
                    for (var field : type.fields().values()) {
                        if (field.sort()) {
                            for (String sort : List.of(field.name(), "-" + field.name())) {
                                var query = RecordQuery.of(name).sortedBy(sort).limit(3);
                                explain(type, query, scans);
                                explain(type, query.after(records.page(query).nextCursor()), scans);
                            }
                        }
                    }
                }));
        assertThat(scans).as("statements that read a whole table").isEmpty();
    }

    @Test
    void filtersOverRelatedRecordsAndWhatHappenedUseIndexes() {
        var scans = new ArrayList<String>();
        ActorScope.run(workspace.owner(), () -> {
            for (var filter : List.of(
                    Filter.is("company_id.employee_size", 7),
                    Filter.in("company_id.country_hq", List.of("DE", "FR")),
                    Filter.is("company_id.parent_company.name", "text 7"),
                    new Filter.Compare("company_id.industry_vertical", FilterOp.IS_NOT, "text 7"),
                    new Filter.Compare("_changed", FilterOp.GTE, "2026-01-01"),
                    new Filter.Compare("_activity", FilterOp.OLDER_THAN, Map.of("n", 30, "unit", "day")))) {
                explain(descriptors.get("contact"), RecordQuery.of("contact").where(filter), scans);
            }
            explain(
                    descriptors.get("company"),
                    RecordQuery.of("company")
                            .where(new Filter.Compare(
                                    "_related", FilterOp.IS, Map.of("type", "contact", "via", "company_id"))),
                    scans);
        });
        assertThat(scans).as("statements that read a whole table").isEmpty();
    }

    @Test
    void orderByARelatedFieldUsesAnIndex() {
        var scans = new ArrayList<String>();
        ActorScope.run(workspace.owner(), () -> {
            for (String sort : List.of("company_id.name", "-company_id.employee_size")) {
                var query = RecordQuery.of("contact").sortedBy(sort).limit(3);
                explain(descriptors.get("contact"), query, scans);
                explain(
                        descriptors.get("contact"),
                        query.after(records.page(query).nextCursor()),
                        scans);
            }
        });
        assertThat(scans).as("statements that read a whole table").isEmpty();
    }

    @Test
    void countsWhatAFilterFindsByItsIndex() {
        var scans = new ArrayList<String>();
        var selective = EnumSet.of(FieldKind.TEXT, FieldKind.EMAIL, FieldKind.PHONE, FieldKind.URL, FieldKind.MONEY);
        ActorScope.run(workspace.owner(), () -> {
            for (var name : TYPES) {
                var type = descriptors.get(name);
                var first = records.query(RecordQuery.of(name).limit(1)).getFirst();
                for (var field : type.fields().values()) {
                    if (field.filter() && selective.contains(field.kind()) && first.value(field.name()) != null) {
                        explainCount(
                                type,
                                RecordQuery.of(name).where(Filter.is(field.name(), first.value(field.name()))),
                                scans);
                    }
                }
            }
        });
        assertThat(scans).as("counts that read a whole table").isEmpty();
    }

    private void explainCount(Descriptor type, RecordQuery query, List<String> scans) {
        var scope = open.of();
        String where = PageSql.where(scope, query);
        var lines = transactions.execute(
                _ -> jdbc.sql("explain select count(*) from (select 1 from %s t where %s limit %d) counted"
                                .formatted(type.table(), where, QueryStore.COUNTED + 1))
                        .param("tenant", workspace.tenant().value())
                        .params(scope.sql.params())
                        .query(String.class)
                        .list());
        String plan = String.join("\n", Objects.requireNonNull(lines));
        if (plan.contains("Seq Scan on " + type.table())) {
            scans.add(type.name() + " " + where + "\n" + plan);
        }
    }

    private List<Filter> filters(Descriptor type, FieldDescriptor field) {
        Object stored =
                records.query(RecordQuery.of(type.name()).limit(1)).getFirst().value(field.name());
        Object value = Objects.requireNonNull(
                switch (field.kind()) {
                    case REFERENCES -> List.of(UUID.randomUUID());
                    case MULTI_CHOICE -> List.of("one");
                    case TEXT,
                            LONG_TEXT,
                            EMAIL,
                            PHONE,
                            URL,
                            COUNTRY,
                            INTEGER,
                            NUMBER,
                            MONEY,
                            SCORE,
                            DATE,
                            INSTANT,
                            BOOLEAN,
                            CHOICE,
                            REFERENCE,
                            PERSON,
                            JSON -> stored;
                },
                field.name());
        var filters = new ArrayList<Filter>();
        for (var op : FilterOp.values()) {
            if (op.fits(field.kind())) {
                filters.add(new Filter.Compare(
                        field.name(),
                        op,
                        switch (op) {
                            case IN, NOT_IN, BETWEEN -> several(value);
                            case CONTAINS_ANY, CONTAINS_ALL -> value;
                            case WITHIN_LAST, WITHIN_NEXT, OLDER_THAN -> Map.of("n", 3, "unit", "month");
                            case IS, IS_NOT, STARTS_WITH, GT, GTE, LT, LTE, EMPTY, NOT_EMPTY -> value;
                        }));
            }
        }
        return filters;
    }

    private static List<?> several(Object value) {
        return value instanceof List<?> list ? list : List.of(value, value);
    }

    private void explain(Descriptor type, RecordQuery query, List<String> scans) {
        var page = ActorScope.call(workspace.owner(), () -> new PageSql(open.of(), query));
        List<String> lines = Objects.requireNonNull(
                transactions.execute(_ -> jdbc.sql("explain " + page.statement(RowMapping.listed(type)))
                        .param("tenant", workspace.tenant().value())
                        .param("limit", query.limit() + 1)
                        .param("offset", 0)
                        .param("upto", query.limit() + 1)
                        .params(page.params())
                        .query(String.class)
                        .list()));
        String plan = String.join("\n", lines);
        if (plan.contains("Seq Scan on " + type.table()) || plan.contains("Seq Scan on companies")) {
            scans.add("%s %s %s\n%s".formatted(type.name(), query.filter(), query.sort(), plan));
        }
    }
}
