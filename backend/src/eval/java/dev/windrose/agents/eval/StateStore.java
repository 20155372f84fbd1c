package dev.windrose.agents.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the tables of a workspace hold: kept once, compared after each task, and brought back. Tables that only add up what was done (the log of
 * events, jobs, the audit) and those that follow others go on.
 */
final class StateStore {

    private static final Pattern GOES_ON = Pattern.compile(
            "(?:event|subscription|job|audit|search|llm|context_chunk|chunk|track|seal|session|token).*");

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final UUID tenant;
    private final List<String> tables;
    private final Map<String, String> marks = new LinkedHashMap<>();
    private final Map<String, String> sums = new LinkedHashMap<>();

    /** A row that differs; null before for a new one, null after for one that is gone. */
    record RowChange(
            String table, @Nullable String before, @Nullable String after) {}

    StateStore(DataSource owner, UUID tenant) {
        this.jdbc = JdbcClient.create(owner);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(owner));
        this.tenant = tenant;
        this.tables = jdbc.sql("""
                select distinct c.table_name from information_schema.columns c
                join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                where c.column_name = 'tenant_id' and c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1
                """).query(String.class).list().stream()
                .filter(name -> !GOES_ON.matcher(name).matches() && !name.equals("record_columns"))
                .toList();
    }

    void keep() {
        jdbc.sql("drop schema if exists kept cascade").update();
        jdbc.sql("create schema kept").update();
        for (var table : tables) {
            jdbc.sql("create table kept.%s as select * from public.%s where tenant_id = '%s'"
                            .formatted(table, table, tenant))
                    .update();
            marks.put(table, mark(table));
            sums.put(table, sum("public." + table));
        }
    }

    List<RowChange> changes(List<String> among) {
        var changes = new ArrayList<RowChange>();
        for (var table : among) {
            if (sums.containsKey(table) && !mark(table).equals(marks.get(table))) {
                changes.addAll(differences(table));
            }
        }
        return changes;
    }

    private List<RowChange> differences(String table) {
        return jdbc.sql("""
                select to_jsonb(b)::text as before, to_jsonb(a)::text as after
                from (select * from public.%s where tenant_id = '%s') a full join kept.%s b on a.id = b.id
                where a.id is null or b.id is null or to_jsonb(a) is distinct from to_jsonb(b)
                """.formatted(table, tenant, table))
                .query((rs, _) -> new RowChange(table, rs.getString("before"), rs.getString("after")))
                .list();
    }

    /** @return how many tables had changed */
    int restore() {
        var changed = tables.stream()
                .filter(table -> !mark(table).equals(marks.get(table)))
                .toList();
        transactions.executeWithoutResult(_ -> {
            // Triggers and foreign keys were obeyed when the rows were written first.
            jdbc.sql("set local session_replication_role = replica").update();
            for (var table : changed) {
                var columns = columns(table);
                jdbc.sql("delete from public.%s where tenant_id = '%s'".formatted(table, tenant))
                        .update();
                jdbc.sql("insert into public.%s (%s) select %s from kept.%s".formatted(table, columns, columns, table))
                        .update();
            }
        });
        for (var table : changed) {
            if (!sum("public." + table).equals(sums.get(table))) {
                throw new IllegalStateException("The table %s is not as it was.".formatted(table));
            }
            marks.put(table, mark(table));
        }
        return changed.size();
    }

    private String columns(String table) {
        return jdbc.sql("""
                select string_agg(quote_ident(column_name), ', ' order by ordinal_position) from information_schema.columns
                where table_schema = 'public' and table_name = :table and is_generated = 'NEVER'
                """).param("table", table).query(String.class).single();
    }

    /** Changes with every write. */
    private String mark(String table) {
        return jdbc.sql(
                        "select count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) from public.%s where tenant_id = '%s'"
                                .formatted(table, tenant))
                .query(String.class)
                .single();
    }

    private String sum(String table) {
        return jdbc.sql("""
                select coalesce(md5(string_agg(h, '' order by h)), '') from
                    (select md5(to_jsonb(t)::text) as h from %s t where tenant_id = '%s') hashes
                """.formatted(table, tenant)).query(String.class).single();
    }

    /** What people did on their journeys; the record keeps no history of it. */
    void addEvents(List<Map<String, Object>> events, ExternalIds ids, String currency) {
        transactions.executeWithoutResult(_ -> events.forEach(event -> addEvent(event, ids, currency)));
    }

    private void addEvent(Map<String, Object> event, ExternalIds ids, String currency) {
        var amount = event.get("amount") instanceof Number number
                ? new java.math.BigDecimal(number.toString()).movePointRight(2).longValueExact()
                : null;
        jdbc.sql("""
                insert into journey_events (tenant_id, id, occurred_at, kind, journey_type, product_id, channel, country, segment, amount,
                    amount_currency, properties, source, source_key, recorded_at)
                values (:tenant, gen_random_uuid(), cast(:at as timestamptz), :kind, :journey, :product, :channel, :country, :segment, :amount,
                    :currency, cast(:properties as jsonb), 'world', :key, now())
                """)
                .param("tenant", tenant)
                .param("at", event.get("at"))
                .param("kind", event.get("type"))
                .param("journey", event.get("journey"))
                .param("product", ids.knows(event.get("product")) ? ids.record(event.get("product")) : null)
                .param("channel", event.get("channel"))
                .param("country", event.get("geography"))
                .param("segment", event.get("segment"))
                .param("amount", amount, java.sql.Types.BIGINT)
                .param("currency", amount == null ? null : currency)
                .param(
                        "properties",
                        World.JSON.writeValueAsString(Map.of("person", String.valueOf(event.get("person")))))
                .param("key", event.get("id"))
                .update();
    }
}
