package dev.windrose.platform.people;

import dev.windrose.platform.id.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WorkspaceStore {

    private final JdbcClient jdbc;

    WorkspaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Workspace workspace, Instant at) {
        jdbc.sql("""
                        insert into tenants (id, name, base_currency, time_zone, week_start, fiscal_year_start_month, created_at)
                        values (:id, :name, :currency, :zone, :week, :month, :at)""")
                .param("id", workspace.id().value())
                .param("name", workspace.name())
                .param("currency", workspace.baseCurrency())
                .param("zone", workspace.timeZone())
                .param("week", workspace.weekStart())
                .param("month", workspace.fiscalYearStartMonth())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(Workspace workspace) {
        jdbc.sql("""
                        update tenants set name = :name, base_currency = :currency, time_zone = :zone, week_start = :week,
                            fiscal_year_start_month = :month
                        where id = :id""")
                .param("id", workspace.id().value())
                .param("name", workspace.name())
                .param("currency", workspace.baseCurrency())
                .param("zone", workspace.timeZone())
                .param("week", workspace.weekStart())
                .param("month", workspace.fiscalYearStartMonth())
                .update();
    }

    Optional<Workspace> find(TenantId id) {
        return jdbc.sql("select * from tenants where id = :id")
                .param("id", id.value())
                .query(WorkspaceStore::workspace)
                .optional();
    }

    boolean any() {
        return jdbc.sql("select exists (select 1 from tenants)")
                .query(Boolean.class)
                .single();
    }

    /** One caller at a time until the transaction ends: two set-ups at once would both find no workspace. */
    void lockCreation() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('windrose.workspace_creation'))")
                .query((row, n) -> 0)
                .list();
    }

    private static Workspace workspace(ResultSet row, int number) throws SQLException {
        return new Workspace(
                new TenantId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("base_currency"),
                row.getString("time_zone"),
                row.getString("week_start"),
                row.getInt("fiscal_year_start_month"));
    }
}
