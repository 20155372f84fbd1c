package dev.windrose.records.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.custom.SchemaWorld;
import dev.windrose.records.query.Filter.Compare;
import dev.windrose.records.store.RowMapping;
import dev.windrose.testing.DatabaseOwner;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the database how it would filter and sort many contacts by added fields. */
@WindroseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomPlanTests {

    private static final int ROWS = 100_000;

    /** Column of the index and value of row g, by kind of field. */
    private static final Map<String, List<String>> KINDS = Map.of(
            "text", List.of("text_value", "'text ' || g"),
            "choice", List.of("text_value", "(array['gold','silver','bronze'])[1 + g % 3]"),
            "multi_choice", List.of("text_value", "(array['gold','silver','bronze'])[1 + g % 3]"),
            "integer", List.of("int_value", "g % 10000"),
            "money", List.of("int_value, text_value", "g::bigint * 37, 'EUR'"),
            "number", List.of("float_value", "(g % 1000) / 10.0"),
            "date", List.of("date_value", "date '2024-01-01' + g % 2000"),
            "boolean", List.of("bool_value", "g % 100 = 0"),
            "reference", List.of("id_value", ManyRows.id("g % 20000")));

    private static final Map<String, Object> SAMPLES = Map.of(
            "text", "text 77",
            "choice", "gold",
            "multi_choice", "gold",
            "integer", 77,
            "money", 3700,
            "number", 7.7,
            "date", "2025-05-05",
            "boolean", true,
            "reference", "01900000-0000-7000-8000-000000000077");

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

    private RecordWorld world;

    @BeforeAll
    void fill() {
        world = RecordWorld.fresh();
        ManyRows.insert(
                environment, descriptors.get("contact"), world.workspace().tenant(), ROWS);
        KINDS.forEach((kind, sql) -> {
            var more = new LinkedHashMap<String, Object>();
            if (kind.endsWith("choice")) {
                more.put("choices", List.of("Gold", "Silver", "Bronze"));
            }
            if (kind.equals("reference")) {
                more.put("ref", "contact");
            }
            var field = SchemaWorld.define(world, "contact", "Own " + kind, kind, more);
            DatabaseOwner.run(environment, "set session_replication_role = replica", """
                    insert into field_index (tenant_id, field_id, record_id, position, %s)
                    select '%s', '%s', %s, 0, %s from generate_series(1, %d) g where g %% 10 <> 0
                    """.formatted(
                            sql.getFirst(), world.workspace().tenant(), field, ManyRows.id("g"), sql.getLast(), ROWS));
        });
        DatabaseOwner.run(environment, "vacuum analyze field_index");
    }

    @AfterAll
    void empty() {
        ManyRows.remove(
                environment, descriptors.get("contact"), world.workspace().tenant());
        DatabaseOwner.run(
                environment,
                "delete from field_index where tenant_id = '%s'"
                        .formatted(world.workspace().tenant()));
    }

    @Test
    void everyFilterUsesAnIndex() {
        var scans = new ArrayList<String>();
        KINDS.keySet().forEach(kind -> {
            var field = type().fields().get("c_own_" + kind);
            for (var op : FilterOp.values()) {
                if (op.fits(field.kind())) {
                    explain(query(new Compare(field.name(), op, value(op, kind))), scans);
                }
            }
        });
        assertThat(scans).as("statements that read a whole table").isEmpty();
    }

    @Test
    void everyOrderUsesAnIndex() {
        var scans = new ArrayList<String>();
        for (var field : type().fields().values()) {
            if (field.custom() != null && field.sort()) {
                for (String sort : List.of(field.name(), "-" + field.name())) {
                    var query = RecordQuery.of("contact").sortedBy(sort).limit(3);
                    explain(query, scans);
                    explain(query.after(world.in(() -> records.page(query)).nextCursor()), scans);
                }
            }
        }
        assertThat(scans).as("statements that read a whole table").isEmpty();
    }

    @Test
    void filtersByOneAddedFieldAndSortsByAnotherThroughIndexes() {
        var scans = new ArrayList<String>();
        for (var filter : List.of(
                Filter.is("c_own_choice", "gold"),
                Filter.is("c_own_text", "text 77"),
                new Compare("c_own_date", FilterOp.WITHIN_LAST, Map.of("n", 30, "unit", "day")))) {
            for (String sort : List.of("c_own_integer", "-c_own_money", "name")) {
                explain(query(filter).sortedBy(sort), scans);
            }
        }
        assertThat(scans).as("statements that read a whole table").isEmpty();
    }

    private Descriptor type() {
        return world.in(() -> descriptors.get("contact"));
    }

    private static RecordQuery query(Filter filter) {
        return RecordQuery.of("contact").where(filter);
    }

    private static Object value(FilterOp op, String kind) {
        Object sample = SAMPLES.get(kind);
        return switch (op) {
            case IN, NOT_IN, BETWEEN, CONTAINS_ANY, CONTAINS_ALL -> List.of(sample, sample);
            case WITHIN_LAST, WITHIN_NEXT, OLDER_THAN -> Map.of("n", 30, "unit", "day");
            case IS, IS_NOT, STARTS_WITH, GT, GTE, LT, LTE, EMPTY, NOT_EMPTY -> sample;
        };
    }

    private void explain(RecordQuery query, List<String> scans) {
        var lines = ActorScope.call(world.actor(), () -> {
            var page = new PageSql(open.of(), query);
            return Objects.requireNonNull(
                    transactions.execute(_ -> jdbc.sql("explain " + page.statement(RowMapping.listed(type())))
                            .param("tenant", world.workspace().tenant().value())
                            .param("limit", query.limit() + 1)
                            .param("offset", 0)
                            .param("upto", query.limit() + 1)
                            .params(page.params())
                            .query(String.class)
                            .list()));
        });
        String plan = String.join("\n", lines);
        if (plan.contains("Seq Scan on contacts") || plan.contains("Seq Scan on field_index")) {
            scans.add("%s %s\n%s".formatted(query.filter(), query.sort(), plan));
        }
    }
}
