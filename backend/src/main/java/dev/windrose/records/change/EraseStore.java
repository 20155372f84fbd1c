package dev.windrose.records.change;

import dev.windrose.platform.ActorScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes records and what tells of them. */
@Component
class EraseStore {

    /** Rows beside records that belong to one of them. */
    private static final List<String> BESIDE = List.of(
            "record_values",
            "field_index",
            "unique_values",
            "external_ids",
            "record_periods",
            "record_shares",
            "record_history");

    private final JdbcClient jdbc;

    EraseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> binned(String table, Collection<UUID> ids) {
        return jdbc.sql(
                        "select t.id from %s t where t.tenant_id = :tenant and t.id = any(:ids) and t.deleted_at is not null for update"
                                .formatted(table))
                .params(params(ids))
                .query(UUID.class)
                .list();
    }

    /** Comments, notes and the like, in the bin or not. */
    List<UUID> about(String table, String type, Collection<UUID> ids) {
        return jdbc.sql("""
                        select t.id from %s t
                        where t.tenant_id = :tenant and t.record_type = :type and t.record_id = any(cast(:ids as text[]))
                        """.formatted(table))
                .params(params(ids))
                .param("type", type)
                .query(UUID.class)
                .list();
    }

    void forgetTraces(String type, Collection<UUID> ids) {
        for (String table : BESIDE) {
            jdbc.sql("delete from %s where tenant_id = :tenant and record_id = any(:ids)".formatted(table))
                    .params(params(ids))
                    .update();
        }
        jdbc.sql("""
                        update change_sets s set summary = 'Erased', reason = null
                        where s.tenant_id = :tenant and s.operation_count = 1 and s.id in (
                            select o.change_set_id from change_operations o where o.tenant_id = :tenant and o.record_id = any(:ids))
                        """).params(params(ids)).update();
        jdbc.sql("""
                        update change_operations set record_title = 'Erased', fields = '[]', external_ids = '[]', evidence = null, reason = null,
                            status = case when status = 'waiting' then 'refused' else status end
                        where tenant_id = :tenant and record_id = any(:ids)
                        """).params(params(ids)).update();
        jdbc.sql("select forget_titles_in_events(:tenant, :type, :ids)")
                .params(params(ids))
                .param("type", type)
                .query(rs -> {});
    }

    void delete(String table, Collection<UUID> ids) {
        jdbc.sql("delete from %s where tenant_id = :tenant and id = any(:ids)".formatted(table))
                .params(params(ids))
                .update();
    }

    private static Map<String, Object> params(Collection<UUID> ids) {
        return Map.of("tenant", ActorScope.current().tenant().value(), "ids", ids.toArray(UUID[]::new));
    }
}
