package dev.windrose.platform.audit;

import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Seals and what they cover, of any workspace, recomputed by the database. */
final class AuditChainStore {

    /**
     * @param follows carries the hash of the seal before it
     * @param missing entries that it names and that are gone
     */
    record Seal(
            long number,
            boolean follows,
            boolean sameEntries,
            boolean sameSeal,
            int entries,
            long missing,
            String hash) {}

    private final JdbcClient jdbc;

    private AuditChainStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static AuditChainStore on(Connection connection) {
        return new AuditChainStore(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    }

    Map<UUID, String> workspaces() {
        var names = new LinkedHashMap<UUID, String>();
        jdbc.sql("select id, name from tenants order by created_at, id").query(row -> {
            names.put(row.getObject("id", UUID.class), row.getString("name"));
        });
        return names;
    }

    /** Entries in no seal that do not wait for one either. */
    long outside(UUID tenant) {
        return count(tenant, """
                select count(*) from audit_log a
                left join (select unnest(entries) as id from audit_seals where tenant_id = :tenant) s on s.id = a.id
                left join audit_unsealed u on u.tenant_id = a.tenant_id and u.entry_id = a.id
                where a.tenant_id = :tenant and s.id is null and u.entry_id is null""");
    }

    long removedWhileWaiting(UUID tenant) {
        return count(tenant, """
                select count(*) from audit_unsealed u left join audit_log a on a.tenant_id = u.tenant_id and a.id = u.entry_id
                where u.tenant_id = :tenant and a.id is null""");
    }

    long waiting(UUID tenant) {
        return count(tenant, "select count(*) from audit_unsealed where tenant_id = :tenant");
    }

    /** By number. */
    List<Seal> seals(UUID tenant) {
        return jdbc.sql("""
                        select s.number, encode(s.hash, 'hex') as hash, cardinality(s.entries) as entries,
                            s.previous_hash = coalesce(lag(s.hash) over (order by s.number), case when s.number = 1 then '\\x00'::bytea end)
                                is not false as follows,
                            s.entries_hash = audit_entries_hash(s.tenant_id, s.entries) as same_entries,
                            s.hash = audit_seal_hash(s.number, s.at, s.entries, s.entries_hash, s.previous_hash) as same_seal,
                            (select count(*) from unnest(s.entries) w (id)
                             where not exists (select from audit_log a where a.tenant_id = s.tenant_id and a.id = w.id)) as missing
                        from audit_seals s where s.tenant_id = :tenant order by s.number""")
                .param("tenant", tenant)
                .query((row, _) -> new Seal(
                        row.getLong("number"),
                        row.getBoolean("follows"),
                        row.getBoolean("same_entries"),
                        row.getBoolean("same_seal"),
                        row.getInt("entries"),
                        row.getLong("missing"),
                        row.getString("hash")))
                .list();
    }

    private long count(UUID tenant, String sql) {
        return jdbc.sql(sql).param("tenant", tenant).query(Long.class).single();
    }
}
