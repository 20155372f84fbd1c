package dev.windrose.records.derived;

import dev.windrose.records.custom.SchemaWorld;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.Workspaces;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Short ways to define computed fields and to wait until they are worked out. */
final class DerivedWorld {

    private DerivedWorld() {}

    static UUID formula(RecordWorld world, String type, String label, String formula) {
        return SchemaWorld.define(
                world, type, label, "formula", Map.of("formula", formula, "filter", true, "sort", true));
    }

    /** Over the deals of a company. */
    static UUID rollup(
            RecordWorld world, String label, String op, @Nullable String field, @Nullable Map<String, ?> filter) {
        var rollup = new LinkedHashMap<String, @Nullable Object>();
        rollup.put("type", "deal");
        rollup.put("via", "company_id");
        rollup.put("op", op);
        rollup.put("field", field);
        rollup.put("filter", filter);
        return SchemaWorld.define(
                world, "company", label, "rollup", Map.of("rollup", rollup, "filter", true, "sort", true));
    }

    /** Until no job is left. */
    static void settle(RecordWorld world) throws InterruptedException {
        for (int round = 0; round < 200; round++) {
            long open = world.in(
                    () -> Workspaces.bean(TransactionTemplate.class).execute(_ -> Workspaces.bean(JdbcClient.class)
                            .sql(
                                    "select count(*) from jobs where tenant_id = :tenant and status in ('queued', 'running', 'waiting')")
                            .param("tenant", world.actor().tenant().value())
                            .query(Long.class)
                            .single()));
            if (open == 0) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The jobs do not end.");
    }
}
