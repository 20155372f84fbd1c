package dev.windrose.records.derived;

import static dev.windrose.records.derived.DerivedWorld.formula;
import static dev.windrose.records.derived.DerivedWorld.rollup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.ScopedClock;
import dev.windrose.platform.error.AppException;
import dev.windrose.records.RecordData;
import dev.windrose.records.custom.SchemaWorld;
import dev.windrose.records.query.AggregateQuery;
import dev.windrose.records.query.Aggregates;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.FilterOp;
import dev.windrose.records.query.Grouping;
import dev.windrose.records.query.Measure;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists and totals of a moment that go by computed fields find, order and add up what they did at that moment. */
@WindroseTest
class PastListTests {

    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    @Autowired
    Records records;

    @Autowired
    Aggregates aggregates;

    @Test
    void findAndOrderAsTheyDidThen() {
        var world = RecordWorld.fresh();
        define(world);
        var random = new Random(7);
        var companies = List.of(
                at(START, () -> world.create("company", Map.of("name", "Nord", "employee_size", 10))),
                at(START, () -> world.create("company", Map.of("name", "Süd", "employee_size", 20))));
        var deals = new ArrayList<UUID>();
        var then = new TreeMap<Instant, Map<String, Object>>();
        var moment = START;
        for (int i = 0; i < 14; i++) {
            moment = moment.plus(Duration.ofMinutes(1 + random.nextInt(600)));
            at(moment, () -> step(world, random, companies, deals));
            then.put(moment, ScopedClock.at(moment, () -> answers(world, null)));
        }
        then.forEach((asked, answers) -> assertThat(answers(world, asked.plusMillis(5)))
                .as("at %s", asked)
                .isEqualTo(answers));
    }

    private static void define(RecordWorld world) {
        SchemaWorld.define(world, "deal", "Weight", "number");
        formula(world, "deal", "Double", "c_weight * 2.0");
        formula(world, "deal", "Account", "concat(name, \" of \", company_id.name)");
        rollup(world, "Deals", "count", null, null);
        rollup(world, "Total", "sum", "deal_amount", null);
        rollup(world, "Weights", "sum", "c_double", null);
        formula(world, "company", "Per head", "c_weights / employee_size");
    }

    private Object step(RecordWorld world, Random random, List<UUID> companies, List<UUID> deals) {
        if (random.nextInt(4) == 0) {
            return world.update(
                    "company",
                    companies.get(random.nextInt(2)),
                    Map.of("name", "Haus " + random.nextInt(20), "employee_size", 1 + random.nextInt(5)));
        }
        Map<String, Object> values = Map.of(
                "name",
                "Deal " + random.nextInt(50),
                "c_weight",
                random.nextInt(9),
                "company_id",
                companies.get(random.nextInt(2)),
                "stage",
                random.nextBoolean() ? "lead" : "proposal",
                "deal_amount",
                random.nextInt(900),
                "deal_amount_currency",
                "JPY");
        if (deals.size() < 5 || random.nextBoolean()) {
            return deals.add(world.create("deal", values));
        }
        return world.update("deal", deals.get(random.nextInt(deals.size())), values);
    }

    /** What every question is answered with, by its name. */
    private Map<String, Object> answers(RecordWorld world, Instant asOf) {
        var double6 = new Filter.Compare("c_double", FilterOp.GTE, 6);
        var lead = Filter.is("stage", "lead");
        var filters = Map.of(
                "deal double", double6,
                "deal double and stage", Filter.and(lead, double6),
                "deal none", new Filter.Not(new Filter.Or(List.of(double6, lead))),
                "deal account", new Filter.Compare("c_account", FilterOp.STARTS_WITH, "deal 1"),
                "deal words", new Filter.Compare("c_account", FilterOp.CONTAINS, "süd"),
                "deal linked", new Filter.Compare("company_id.c_deals", FilterOp.GTE, 3),
                "company total", new Filter.Compare("c_total", FilterOp.GT, Map.of("amount", 500, "currency", "JPY")),
                "company empty", new Filter.Compare("c_total", FilterOp.EMPTY, null));
        var answers = new LinkedHashMap<String, Object>();
        new TreeMap<>(filters).forEach((name, filter) -> {
            var query = RecordQuery.of(name.split(" ")[0]).where(filter).sortedBy("created_at");
            answers.put(name, names(world, query.asOf(asOf)));
            answers.put(
                    name + " counted",
                    world.in(() -> records.page(query.counted().asOf(asOf))).total());
        });
        for (String order :
                List.of("-c_double", "c_account", "company_id.c_per_head", "-company_id.c_deals,c_double")) {
            var query = RecordQuery.of("deal").sortedBy(order.split(","));
            answers.put("by " + order, names(world, query.asOf(asOf)));
            answers.put("the third by " + order, third(world, query.limit(2).asOf(asOf)));
        }
        var sums = new AggregateQuery(
                "deal",
                Filter.and(double6),
                List.of(Grouping.of("company_id.c_deals")),
                List.of(Measure.of("sum", "c_double")),
                null,
                asOf);
        answers.put("sums", world.in(() -> aggregates.of(sums)).toString());
        return answers;
    }

    private List<UUID> names(RecordWorld world, RecordQuery query) {
        return world.in(() -> records.query(query)).stream().map(RecordData::id).toList();
    }

    private List<UUID> third(RecordWorld world, RecordQuery query) {
        String cursor = world.in(() -> records.page(query)).nextCursor();
        return cursor == null ? List.of() : names(world, query.after(cursor));
    }

    @Test
    void refuseWhatCannotBeTold() {
        var world = RecordWorld.fresh();
        SchemaWorld.define(world, "deal", "Weight", "number");
        formula(world, "deal", "Double", "c_weight * 2.0");
        rollup(world, "Heavy", "count", null, Map.of("field", "c_double", "op", "gte", "value", 4));
        at(START, () -> world.create("company", Map.of("name", "North")));
        var heavy = RecordQuery.of("company")
                .where(new Filter.Compare("c_heavy", FilterOp.GTE, 1))
                .asOf(START.plusSeconds(5));
        assertThatThrownBy(() -> world.in(() -> records.page(heavy)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("cannot be told of records: It adds up what a computed field finds");
        var faults = RecordQuery.of("contact")
                .where(new Filter.Compare("_quality", FilterOp.IS, "duplicate"))
                .asOf(START.plusSeconds(5));
        assertThatThrownBy(() -> world.in(() -> records.page(faults)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("of today only");
    }

    @Test
    void doNotCountChangesThatCameLater() {
        var world = RecordWorld.fresh();
        var company = at(START, () -> world.create("company", Map.of("name", "North")));
        at(START.plusSeconds(60), () -> world.update("company", company, Map.of("size", "Large")));
        var changed = RecordQuery.of("company")
                .where(new Filter.Compare(
                        "_changed",
                        FilterOp.GTE,
                        Map.of("field", "size", "since", START.minusSeconds(5).toString())));
        assertThat(names(world, changed.asOf(START.plusSeconds(90)))).hasSize(1);
        assertThat(names(world, changed.asOf(START.plusSeconds(30)))).isEmpty();
    }

    private static <T> T at(Instant moment, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedClock.at(moment, work);
    }
}
