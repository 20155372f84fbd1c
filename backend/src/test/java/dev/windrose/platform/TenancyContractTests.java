package dev.windrose.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the rules of tenancy from the catalogue, so that a new table is checked without anybody remembering it. */
@WindroseTest
class TenancyContractTests {

    private static final String RULED =
            "(tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void everyTableHasATenantOrAReason() {
        assertThat(names("""
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and c.relkind in ('r', 'p') and not exists (
                    select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull and not a.attisdropped)
                order by 1"""))
                .as(
                        "tables without 'tenant_id uuid not null': add the column, or an entry with its reason in TenantFreeTables")
                .allSatisfy(table -> assertThat(TenantFreeTables.REASONS).containsKey(table));
    }

    @Test
    void everyReasonIsOfATable() {
        assertThat(names("select tablename from pg_tables where schemaname = 'public'"))
                .as("TenantFreeTables names a table that is gone")
                .containsAll(TenantFreeTables.REASONS.keySet());
    }

    @Test
    void everyTenantTableForcesItsPolicy() {
        assertThat(tenantTables("where not (c.relrowsecurity and c.relforcerowsecurity)"))
                .as("tables without forced row-level security: call protect_tenant_table('...')")
                .isEmpty();
        assertThat(tenantTables("""
                where not exists (
                    select 1 from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname and p.policyname = 'tenant_rows'
                        and p.qual = '%1$s' and p.with_check = '%1$s' and p.permissive = 'PERMISSIVE' and p.cmd = 'ALL')""".formatted(RULED.replace("'", "''"))))
                .as("tables whose policy is not the ruled one")
                .isEmpty();
    }

    @Test
    void noOtherPolicyOpensRowsToTheApplication() {
        assertThat(names("""
                select p.tablename || '.' || p.policyname from pg_policies p
                where p.policyname <> 'tenant_rows' and (p.roles && array['public', current_user]::name[])"""))
                .as("policies besides the ruled one that the application role profits from")
                .isEmpty();
    }

    @Test
    void everyTenantTableHasATenantInItsKeys() {
        assertThat(tenantTables("""
                where not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')""")).as("tables without a primary key").isEmpty();
        assertThat(names("""
                select c.relname || '.' || i.relname from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
                    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
                    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
                where x.indisunique and c.relname <> all (string_to_array(:free, ','))
                    and case when x.indisprimary then x.indkey[0] <> a.attnum else not a.attnum = any (x.indkey::int2[]) end""", Map.of("free", String.join(",", TenantFreeTables.REASONS.keySet()))))
                .as("primary keys that do not begin with tenant_id, and unique indexes without it")
                .isEmpty();
    }

    @Test
    void everyForeignKeyCarriesTheTenant() {
        assertThat(names("""
                select k.conrelid::regclass || '.' || k.conname from pg_constraint k
                    join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
                    join pg_attribute target on target.attrelid = k.confrelid and target.attname = 'tenant_id' and not target.attisdropped
                    left join pg_attribute own on own.attrelid = k.conrelid and own.attname = 'tenant_id' and not own.attisdropped
                where k.contype = 'f' and not coalesce(
                    array_position(k.conkey, own.attnum) = array_position(k.confkey, target.attnum), false)"""))
                .as("foreign keys to a tenant table that do not pair tenant_id with tenant_id")
                .isEmpty();
    }

    @Test
    void everyDefinerFunctionFixesItsSearchPath() {
        assertThat(names("""
                select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace and n.nspname = 'public'
                where p.prosecdef and not exists (select 1 from unnest(p.proconfig) setting where setting like 'search\\_path=%')"""))
                .as("security definer functions without a fixed search_path")
                .isEmpty();
    }

    @Test
    void theApplicationRoleOwnsNothingAndBypassesNothing() {
        assertThat(
                        names(
                                "select rolname from pg_roles where rolname = current_user and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)"))
                .isEmpty();
        assertThat(names("""
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'public' and pg_get_userbyid(c.relowner) = current_user""")).isEmpty();
        assertThat(names("select 'public' where has_schema_privilege(current_user, 'public', 'create')"))
                .as("the application role may make tables")
                .isEmpty();
        assertThatThrownBy(() -> jdbc.sql("alter table people disable row level security")
                        .update())
                .rootCause()
                .hasMessageContaining("must be owner");
    }

    @Test
    void showsNoRowsWithoutATenant() {
        Workspaces.fresh();

        assertThat(tenantTables("where true")).allSatisfy(table -> {
            assertThat(count(table)).as(table).isZero();
            assertThat(transaction.<Long>execute(status -> count(table)))
                    .as(table)
                    .isZero();
        });
    }

    @Test
    void showsEachTenantItsOwnRowsOnly() {
        var one = Workspaces.fresh();
        var other = Workspaces.fresh();

        var seen = ActorScope.call(
                one.owner(), () -> transaction.execute(status -> names("select distinct tenant_id::text from people")));

        assertThat(seen)
                .containsExactly(one.tenant().toString())
                .doesNotContain(other.tenant().toString());
    }

    @Test
    void refusesARowForAnotherTenant() {
        var one = Workspaces.fresh();
        var other = Workspaces.fresh();

        assertThatThrownBy(() -> ActorScope.run(
                        one.owner(),
                        () -> transaction.executeWithoutResult(status -> jdbc.sql(
                                        "insert into feature_flags (tenant_id, name, enabled, updated_at) values (:tenant, 'x', true, now())")
                                .param("tenant", other.tenant().value())
                                .update())))
                .rootCause()
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> ActorScope.run(
                        one.owner(),
                        () -> transaction.executeWithoutResult(
                                status -> jdbc.sql("update people set tenant_id = :tenant")
                                        .param("tenant", other.tenant().value())
                                        .update())))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    private List<String> tenantTables(String condition) {
        return names("""
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
                    and c.relkind in ('r', 'p') and c.relname <> all (string_to_array(:free, ',')) %s order by 1""".formatted(condition), Map.of("free", String.join(",", TenantFreeTables.REASONS.keySet())));
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private List<String> names(String sql) {
        return names(sql, Map.of());
    }

    private List<String> names(String sql, Map<String, ?> parameters) {
        return jdbc.sql(sql).params(parameters).query(String.class).list();
    }
}
