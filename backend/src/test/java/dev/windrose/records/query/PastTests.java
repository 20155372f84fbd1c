package dev.windrose.records.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.ScopedClock;
import dev.windrose.platform.error.AppException;
import dev.windrose.records.RecordData;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.DraftOperation;
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
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What records and lists were at a moment equals what was read of them at that moment. */
@WindroseTest
class PastTests {

    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");
    private static final List<String> STAGES = List.of("lead", "qualified", "proposal", "negotiation");

    @Autowired
    Records records;

    @Autowired
    Aggregates aggregates;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void equalsWhatWasReadThen(int seed) {
        var world = RecordWorld.fresh();
        var random = new Random(seed);
        var known = new ArrayList<UUID>();
        var snapshots = new TreeMap<Instant, List<Map<String, Object>>>();
        var moment = START;
        for (int i = 0; i < 14; i++) {
            moment = moment.plus(Duration.ofMinutes(1 + random.nextInt(600)));
            ScopedClock.at(moment, () -> {
                step(world, random, known);
                return true;
            });
            snapshots.put(moment, lists(world, null));
        }
        for (var snapshot : snapshots.entrySet()) {
            var between = snapshot.getKey().plus(Duration.ofSeconds(random.nextInt(60)));
            assertThat(lists(world, between)).as("seed %d at %s", seed, between).isEqualTo(snapshot.getValue());
        }
        assertThat(lists(world, START)).allSatisfy(list -> assertThat(list).isEmpty());
    }

    @Test
    void readsOneRecordAsItWas() {
        var world = RecordWorld.fresh();
        var id = at(START, () -> world.create("deal", Map.of("name", "Alpha", "stage", "lead", "deal_amount", 100)));
        at(START.plusSeconds(60), () -> world.update("deal", id, Map.of("stage", "proposal", "deal_amount", 250.5)));
        at(START.plusSeconds(120), () -> world.apply(Cause.person(), DraftOperation.delete("deal", id)));
        var then = world.in(() -> records.past("deal", id, START.plusSeconds(30)));
        assertThat(then.values()).containsEntry("stage", "lead");
        assertThat(then.text("deal_amount")).isEqualTo("100.00");
        assertThat(then.version()).isEqualTo(1);
        assertThat(then.binned()).isFalse();
        assertThat(then.updatedAt()).isEqualTo(START);
        var later = world.in(() -> records.past("deal", id, START.plusSeconds(60)));
        assertThat(later.text("deal_amount")).isEqualTo("250.50");
        assertThat(world.in(() -> records.past("deal", id, START.plusSeconds(300)))
                        .binned())
                .isTrue();
        assertThatThrownBy(() -> world.in(() -> records.past("deal", id, START.minusSeconds(1))))
                .isInstanceOf(AppException.class);
    }

    @Test
    void countsAndFollowsReferencesAsTheyWere() {
        var world = RecordWorld.fresh();
        var company = at(START, () -> world.create("company", Map.of("name", "One", "industry_vertical", "Steel")));
        at(START, () -> world.create("deal", Map.of("name", "Alpha", "company_id", company, "stage", "lead")));
        at(START.plusSeconds(60), () -> world.update("company", company, Map.of("industry_vertical", "Energy")));
        var query = RecordQuery.of("deal")
                .where(Filter.is("company_id.industry_vertical", "Steel"))
                .sortedBy("company_id.name")
                .counted();
        assertThat(world.in(() -> records.page(query)).total()).isZero();
        assertThat(world.in(() -> records.page(query.asOf(START.plusSeconds(30))))
                        .total())
                .isOne();
        var counts = new AggregateQuery(
                "deal",
                Filter.ALL,
                List.of(Grouping.of("company_id.industry_vertical")),
                List.of(),
                null,
                START.plusSeconds(30));
        assertThat(world.in(() -> aggregates.of(counts))
                        .groups()
                        .getFirst()
                        .label()
                        .values())
                .containsExactly("Steel");
    }

    @Test
    void historyStaysInOrderWhereTheClockWasMovedBack() {
        var world = RecordWorld.fresh();
        var id = at(START, () -> world.create("deal", Map.of("name", "Alpha", "stage", "lead")));
        at(START.minusSeconds(3_600), () -> world.update("deal", id, Map.of("stage", "proposal")));
        assertThat(world.in(() -> records.past("deal", id, START)).value("stage"))
                .isEqualTo("lead");
        assertThat(world.in(() -> records.past("deal", id, START.plusSeconds(1)))
                        .value("stage"))
                .isEqualTo("proposal");
    }

    private static <T> T at(Instant moment, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedClock.at(moment, work);
    }

    private void step(RecordWorld world, Random random, List<UUID> known) {
        if (known.size() < 3 || random.nextInt(4) == 0) {
            known.add(world.create("deal", values(random, true)));
            return;
        }
        var id = known.get(random.nextInt(known.size()));
        boolean binned = world.get("deal", id).binned();
        var operation = binned
                ? DraftOperation.restore("deal", id)
                : random.nextInt(5) == 0
                        ? DraftOperation.delete("deal", id)
                        : DraftOperation.update("deal", id, values(random, false));
        var set = world.apply(Cause.person(), operation);
        if (random.nextInt(6) == 0 && !set.operations().isEmpty()) {
            world.undo(set);
        }
    }

    private static Map<String, @Nullable Object> values(Random random, boolean fresh) {
        var values = new HashMap<String, @Nullable Object>();
        if (fresh || random.nextBoolean()) {
            values.put("name", "Deal " + random.nextInt(9));
        }
        if (random.nextBoolean()) {
            values.put("stage", STAGES.get(random.nextInt(STAGES.size())));
        }
        if (random.nextBoolean()) {
            values.put("deal_amount", random.nextInt(4) == 0 ? null : random.nextInt(1_000));
        }
        if (random.nextInt(3) == 0) {
            values.put("deal_amount_currency", List.of("EUR", "USD", "JPY").get(random.nextInt(3)));
        }
        if (random.nextBoolean()) {
            values.put(
                    "deal_signing_date",
                    random.nextInt(3) == 0 ? null : "2026-0%d-15".formatted(1 + random.nextInt(9)));
        }
        return values;
    }

    /** Several lists: all, filtered, in several orders, and the bin. */
    private List<Map<String, Object>> lists(RecordWorld world, @Nullable Instant asOf) {
        var all = RecordQuery.of("deal").asOf(asOf);
        var bin = new RecordQuery("deal", Filter.ALL, all.sort(), 50, null, 0, false, true, all.fields(), asOf);
        var shown = new ArrayList<Map<String, Object>>();
        for (var query : List.of(
                all,
                all.sortedBy("-deal_amount", "name"),
                all.sortedBy("deal_signing_date"),
                all.where(Filter.is("stage", "proposal")),
                all.where(new Filter.Compare("deal_amount", FilterOp.GTE, 500)),
                all.where(new Filter.Compare("name", FilterOp.STARTS_WITH, "deal 1")),
                all.where(Filter.is("stage", "proposal")).sortedBy("-deal_amount"),
                all.where(new Filter.Compare("deal_amount", FilterOp.GTE, 500)).sortedBy("deal_signing_date"),
                bin)) {
            var list = new LinkedHashMap<String, Object>();
            world.in(() -> records.query(query))
                    .forEach(record -> list.put(record.id().toString(), plain(record)));
            shown.add(list);
        }
        return shown;
    }

    private static Map<String, Object> plain(RecordData record) {
        var values = new LinkedHashMap<String, Object>(new TreeMap<>(record.values()));
        values.keySet().removeIf(name -> name.startsWith("_"));
        values.put("version", record.version());
        values.put("binned", record.binned());
        return values;
    }
}
