package dev.windrose.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A bulk edit as bare statements without events, audit or any check: what the rows and their history themselves take. */
final class PlainBulk {

    private PlainBulk() {}

    /** From all parts of the table, and the same ones in each run: a sample of pages finds ever fewer, since rows that are written move. */
    static List<UUID> deals(Connection owner, UUID tenant, int count) throws SQLException {
        return ids(
                owner,
                "select id from deals where tenant_id = ? and deleted_at is null order by md5(cast(id as text)) limit "
                        + count,
                tenant);
    }

    static List<UUID> people(Connection owner, UUID tenant) throws SQLException {
        return ids(owner, "select id from people where tenant_id = ? order by id limit 10", tenant);
    }

    /** Taken back at the end. */
    static void edit(Connection owner, UUID tenant, List<UUID> deals, UUID person) throws SQLException {
        owner.setAutoCommit(false);
        try (var rows = owner.prepareStatement("""
                        update deals set owner_id = ?, deal_health = 'good', version = version + 1, updated_at = now()
                        where tenant_id = ? and id = any(?)""");
                var history = owner.prepareStatement("""
                        insert into record_history (tenant_id, id, record_type, record_id, version, at, change_type, change_category,
                            changed_fields, summary, vector_searchable_text, source, user_name, previous_values, new_values, change_set_id)
                        select tenant_id, gen_random_uuid(), 'deal', id, version, now(), 'MINOR', 'DEAL_HEALTH', '["owner_id"]', 'Changed',
                            name || ': changed', 'person', 'Bench', jsonb_build_object('owner_id', owner_id),
                            jsonb_build_object('owner_id', owner_id), (select id from change_sets limit 1)
                        from deals where tenant_id = ? and id = any(?)""")) {
            var ids = owner.createArrayOf("uuid", deals.toArray());
            rows.setObject(1, person);
            rows.setObject(2, tenant);
            rows.setArray(3, ids);
            rows.executeUpdate();
            history.setObject(1, tenant);
            history.setArray(2, ids);
            history.executeUpdate();
        } finally {
            owner.rollback();
            owner.setAutoCommit(true);
        }
    }

    private static List<UUID> ids(Connection owner, String sql, UUID tenant) throws SQLException {
        try (var statement = owner.prepareStatement(sql)) {
            statement.setObject(1, tenant);
            var ids = new ArrayList<UUID>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        }
    }
}
