package dev.windrose.records.derived;

import static dev.windrose.records.derived.DerivedWorld.formula;
import static dev.windrose.records.derived.DerivedWorld.rollup;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ScopedClock;
import dev.windrose.records.RecordData;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.custom.SchemaWorld;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Computed fields and titles of a moment equal what was read at that moment. */
@WindroseTest
class PastComputedTests {

    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    @Autowired
    Records records;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void equalWhatWasReadThen(int seed) {
        var world = RecordWorld.fresh();
        define(world);
        var random = new Random(seed);
        var companies = List.of(
                at(START, () -> world.create("company", Map.of("name", "North", "employee_size", 10))),
                at(START, () -> world.create("company", Map.of("name", "South", "employee_size", 20))));
        var deals = new ArrayList<UUID>();
        var snapshots = new TreeMap<Instant, Map<UUID, Map<String, Object>>>();
        var moment = START;
        for (int i = 0; i < 16; i++) {
            moment = moment.plus(Duration.ofMinutes(1 + random.nextInt(600)));
            at(moment, () -> step(world, random, companies, deals));
            snapshots.put(moment, ScopedClock.at(moment, () -> today(world, companies, deals)));
        }
        snapshots.forEach((then, snapshot) -> {
            var between = then.plusSeconds(random.nextInt(50));
            snapshot.forEach((id, values) -> {
                String type = companies.contains(id) ? "company" : "deal";
                assertThat(told(world.in(() -> records.past(type, id, between))))
                        .as("seed %d, %s %s at %s", seed, type, id, between)
                        .isEqualTo(values);
            });
            for (String type : List.of("company", "deal")) {
                var query = RecordQuery.of(type).limit(500).asOf(between);
                world.in(() -> records.page(query)).data().forEach(record -> assertThat(told(record))
                        .isEqualTo(snapshot.get(record.id())));
            }
        });
    }

    private static void define(RecordWorld world) {
        SchemaWorld.define(world, "deal", "Weight", "number");
        formula(world, "deal", "Double", "c_weight * 2.0");
        formula(world, "deal", "Account", "concat(name, \" of \", company_id.name)");
        rollup(world, "Deals", "count", null, null);
        rollup(world, "Total", "sum", "deal_amount", null);
        rollup(world, "Weights", "sum", "c_double", null);
        rollup(world, "Leads", "count", null, Map.of("field", "stage", "op", "is", "value", "lead"));
        rollup(world, "Newest", "last", "name", null);
        rollup(world, "Largest", "max", "c_weight", null);
        formula(world, "company", "Per head", "c_weights / employee_size");
        formula(world, "deal", "Share", "c_double / company_id.c_weights");
        formula(world, "deal", "Hours", "days_between(created_at, now())");
    }

    private boolean step(RecordWorld world, Random random, List<UUID> companies, List<UUID> deals) {
        if (deals.size() < 2 || random.nextInt(4) == 0) {
            var values = new HashMap<String, Object>(values(random, companies));
            values.putIfAbsent("name", "Deal " + deals.size());
            deals.add(world.create("deal", values));
            return true;
        }
        if (random.nextInt(4) == 0) {
            world.update(
                    "company",
                    companies.get(random.nextInt(2)),
                    Map.of("name", "Company " + random.nextInt(20), "employee_size", 1 + random.nextInt(5)));
            return true;
        }
        var deal = deals.get(random.nextInt(deals.size()));
        boolean binned = world.get("deal", deal).binned();
        world.apply(
                Cause.person(),
                binned
                        ? DraftOperation.restore("deal", deal)
                        : random.nextInt(5) == 0
                                ? DraftOperation.delete("deal", deal)
                                : DraftOperation.update("deal", deal, values(random, companies)));
        return true;
    }

    private static Map<String, Object> values(Random random, List<UUID> companies) {
        var values = new HashMap<String, Object>();
        values.put("deal_amount", random.nextInt(1_000));
        values.put("deal_amount_currency", "EUR");
        if (random.nextBoolean()) {
            values.put("name", "Deal " + random.nextInt(50));
        }
        if (random.nextBoolean()) {
            values.put("c_weight", random.nextInt(9));
        }
        if (random.nextInt(3) > 0) {
            values.put("company_id", companies.get(random.nextInt(2)));
        }
        if (random.nextBoolean()) {
            values.put("stage", random.nextBoolean() ? "lead" : "proposal");
        }
        return values;
    }

    private Map<UUID, Map<String, Object>> today(RecordWorld world, List<UUID> companies, List<UUID> deals) {
        var all = new LinkedHashMap<UUID, Map<String, Object>>();
        companies.forEach(id -> all.put(id, told(world.get("company", id))));
        // What lies in the bin does not follow others any more.
        deals.stream()
                .map(id -> world.get("deal", id))
                .filter(deal -> !deal.binned())
                .forEach(deal -> all.put(deal.id(), told(deal)));
        return all;
    }

    /** Computed values with their reasons, and what links are called. */
    private static Map<String, Object> told(RecordData record) {
        var told = new TreeMap<String, Object>();
        record.values().forEach((name, value) -> {
            if (name.matches("~?c_.*|company_name")) {
                told.put(name, value);
            }
        });
        told.put("refs", record.refs().getOrDefault("company_id", List.of()));
        return told;
    }

    @Test
    void sayWhatCannotBeTold() {
        var world = RecordWorld.fresh();
        SchemaWorld.define(world, "deal", "Weight", "number");
        formula(world, "deal", "Double", "c_weight * 2.0");
        rollup(world, "Heavy", "count", null, Map.of("field", "c_double", "op", "gte", "value", 4));
        formula(world, "company", "Heavier", "c_heavy + 1");
        var company = at(START, () -> world.create("company", Map.of("name", "North")));
        at(START, () -> world.create("deal", Map.of("name", "D", "company_id", company, "c_weight", 3)));
        world.workspace()
                .http()
                .get()
                .uri("/api/v1/companies/%s?as_of=%s".formatted(company, START.plusSeconds(5)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.c_heavy")
                .isEmpty()
                .jsonPath("$._not_as_of.c_heavy")
                .isEqualTo("It adds up what a computed field finds, whose past values are not kept.")
                .jsonPath("$._not_as_of.c_heavier")
                .isNotEmpty()
                .jsonPath("$._reasons.c_heavy")
                .isNotEmpty()
                .jsonPath("$._not_as_of.change_history")
                .isNotEmpty()
                .jsonPath("$._not_as_of.name")
                .doesNotExist();
    }

    @Test
    void followPathsOverLinks() {
        var world = RecordWorld.fresh();
        rollup(world, "Deals", "count", null, null);
        var company = at(START, () -> world.create("company", Map.of("name", "North")));
        var deal = at(START, () -> world.create("deal", Map.of("name", "One", "company_id", company)));
        at(START.plusSeconds(60), () -> world.create("deal", Map.of("name", "Two", "company_id", company)));
        at(START.plusSeconds(90), () -> world.update("company", company, Map.of("name", "Northern")));
        var query = RecordQuery.of("deal")
                .showing(Set.of("name", "company_name", "company_id.c_deals"))
                .asOf(START.plusSeconds(30));
        assertThat(world.in(() -> records.page(query)).data()).singleElement().satisfies(record -> {
            assertThat(record.id()).isEqualTo(deal);
            assertThat(record.value("company_name")).isEqualTo("North");
            assertThat(record.value("company_id.c_deals")).isEqualTo(1L);
        });
    }

    private static <T> T at(Instant moment, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedClock.at(moment, work);
    }
}
