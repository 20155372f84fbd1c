package dev.windrose.records.derived;

import static dev.windrose.records.derived.DerivedWorld.formula;
import static dev.windrose.records.derived.DerivedWorld.rollup;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.ChangeSet;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.Decisions;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.custom.SchemaWorld;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Roll-ups equal what plain SQL says, whatever was done and by how many at once. */
@WindroseTest
class RollupConcurrencyTests {

    @Autowired
    Changes changes;

    @Autowired
    Decisions decisions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private RecordWorld world;
    private final List<UUID> companies = new ArrayList<>();

    private void define() {
        world = RecordWorld.fresh();
        SchemaWorld.define(world, "deal", "Weight", "number");
        formula(world, "deal", "Weighted", "amount(deal_amount) * c_weight");
        rollup(world, "Deals", "count", null, null);
        rollup(world, "Heavy", "count", null, Map.of("field", "c_weight", "op", "gt", "value", 4));
        rollup(world, "Total", "sum", "c_weighted", null);
        rollup(world, "Best", "max", "c_weight", null);
        formula(world, "deal", "Share", "c_weighted / company_id.c_total");
        for (int n = 0; n < 4; n++) {
            companies.add(world.create("company", Map.of("name", "Mill " + n)));
        }
    }

    @Test
    void staysRightWhileManyWriteAndNobodyWaitsInACircle() throws InterruptedException, ExecutionException {
        define();
        var deals = new ArrayList<UUID>();
        for (int n = 0; n < 24; n++) {
            deals.add(world.create("deal", values(new Random(n))));
        }
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> writers = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                var random = new Random(writer);
                writers.add(pool.submit((Callable<Integer>) () -> world.in(() -> {
                    for (int n = 0; n < 25; n++) {
                        changes.apply(ChangeDraft.of(Cause.person(), "Write", random(random, deals))
                                .refusingSingly());
                    }
                    return 25;
                })));
            }
            for (var writer : writers) {
                assertThat(writer.get()).isEqualTo(25);
            }
        }
        assertThat(kept()).isEqualTo(counted());
    }

    /** Of one or two records, among them a company and a deal from both sides. */
    private List<DraftOperation> random(Random random, List<UUID> deals) {
        var deal = deals.get(random.nextInt(deals.size()));
        return switch (random.nextInt(6)) {
            case 0 -> List.of(DraftOperation.create("deal", values(random)));
            case 1 -> List.of(DraftOperation.update("deal", deal, Map.of("c_weight", random.nextInt(9))));
            case 2 -> List.of(DraftOperation.update("deal", deal, Map.of("company_id", company(random))));
            case 3 ->
                List.of(
                        DraftOperation.update(
                                "company", company(random), Map.of("sub_industry", "s" + random.nextInt(99))),
                        DraftOperation.update("deal", deal, Map.of("c_weight", random.nextInt(9))));
            case 4 -> List.of(DraftOperation.delete("deal", deal));
            default -> List.of(DraftOperation.restore("deal", deal));
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void equalsPlainSqlAfterRandomWritesAndTheirUndo(int seed) {
        define();
        var random = new Random(seed);
        var deals = new ArrayList<UUID>();
        var done = new ArrayDeque<ChangeSet>();
        for (int step = 0; step < 25; step++) {
            var draft = new ArrayList<DraftOperation>();
            for (int n = 0; n <= random.nextInt(5); n++) {
                var operation = deals.isEmpty() || random.nextInt(3) == 0
                        ? DraftOperation.create("deal", values(random))
                        : random(random, deals).getFirst();
                draft.add(operation);
                if (operation.type().equals("deal") && !deals.contains(operation.recordId())) {
                    deals.add(operation.recordId());
                }
            }
            var set = world.in(() ->
                    changes.apply(ChangeDraft.of(Cause.person(), "Step", draft).refusingSingly()));
            assertThat(kept()).as("seed %d, step %d", seed, step).isEqualTo(counted());
            if (set.operations().stream().anyMatch(operation -> operation.applied())) {
                done.push(set);
            }
            if (random.nextInt(4) == 0 && !done.isEmpty()) {
                var last = done.pop();
                world.in(() -> decisions.undo(last.id()));
                assertThat(kept())
                        .as("seed %d, undo of %s", seed, last.summary())
                        .isEqualTo(counted());
            }
        }
    }

    private UUID company(Random random) {
        return companies.get(random.nextInt(companies.size()));
    }

    private Map<String, Object> values(Random random) {
        var values = new HashMap<String, Object>();
        values.put("name", "Deal " + random.nextInt(100));
        values.put("company_id", company(random));
        if (random.nextInt(5) > 0) {
            values.put("c_weight", random.nextInt(9));
        }
        if (random.nextInt(5) > 0) {
            values.put("deal_amount", Map.of("amount", random.nextInt(500), "currency", "EUR"));
        }
        return values;
    }

    /** What the companies hold, and whether each deal's share is of its company's total. */
    private Map<UUID, List<@Nullable Object>> kept() {
        return rows("""
                select c.id, (c.custom ->> 'c_deals')::bigint, (c.custom ->> 'c_heavy')::bigint, (c.custom ->> 'c_total')::numeric,
                    (c.custom ->> 'c_best')::numeric,
                    (select count(*) from deals d where d.tenant_id = c.tenant_id and d.company_id = c.id and d.deleted_at is null
                        and coalesce(abs((d.custom ->> 'c_share')::numeric
                            - (d.custom ->> 'c_weighted')::numeric / nullif((c.custom ->> 'c_total')::numeric, 0)) > 0.000001,
                            d.custom -> 'c_share' is not null and (d.custom -> 'c_weighted' is null or (c.custom ->> 'c_total')::numeric = 0)))
                from companies c where c.tenant_id = :tenant
                """);
    }

    private Map<UUID, List<@Nullable Object>> counted() {
        return rows("""
                select c.id, count(d.id), count(d.id) filter (where (d.custom ->> 'c_weight')::numeric > 4),
                    sum(d.deal_amount / 100.0 * (d.custom ->> 'c_weight')::numeric), max((d.custom ->> 'c_weight')::numeric), 0::bigint
                from companies c left join deals d on d.tenant_id = c.tenant_id and d.company_id = c.id and d.deleted_at is null
                where c.tenant_id = :tenant group by c.id
                """);
    }

    private Map<UUID, List<@Nullable Object>> rows(String sql) {
        return world.in(() -> transaction.execute(_ -> {
            var rows = new LinkedHashMap<UUID, List<@Nullable Object>>();
            jdbc.sql(sql).param("tenant", world.actor().tenant().value()).query(rs -> {
                var row = new ArrayList<@Nullable Object>();
                for (int column = 2; column <= 6; column++) {
                    var number = rs.getBigDecimal(column);
                    row.add(number == null ? null : plain(number));
                }
                rows.put(rs.getObject(1, UUID.class), row);
            });
            return new HashMap<>(rows);
        }));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
