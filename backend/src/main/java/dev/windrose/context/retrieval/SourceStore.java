package dev.windrose.context.retrieval;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptor;
import dev.windrose.records.access.AccessSql;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which records there are to be cut into chunks, and which of those that were the actor sees. */
@Component
class SourceStore {

    private final JdbcClient jdbc;
    private final AccessSql access;

    SourceStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    List<TenantId> tenants() {
        return jdbc.sql("select id from tenants order by created_at, id")
                .query((row, _) -> new TenantId(row.getObject("id", UUID.class)))
                .list();
    }

    /** What tells this database from others: an index of another one is worthless here. */
    String database() {
        return jdbc.sql("select current_database() || '-' || oid from pg_database where datname = current_database()")
                .query(String.class)
                .single();
    }

    /** Records in use after an id, in the order of ids, which is the order in which they were made. */
    @Transactional(readOnly = true)
    public List<UUID> after(Descriptor type, UUID after, int most) {
        return jdbc.sql(access.guard(
                        "select t.id from %s t where %s and t.deleted_at is null and t.id > :after{see:%s:t} order by t.id limit :most"
                                .formatted(type.table(), type.rows(), type.name())))
                .param("tenant", tenant())
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** The record before the newest so many; a null id before all where there are no more. */
    @Transactional(readOnly = true)
    public UUID beforeNewest(Descriptor type, int most) {
        return jdbc.sql(access.guard(
                        "select t.id from %s t where %s and t.deleted_at is null{see:%s:t} order by t.id desc offset :most limit 1"
                                .formatted(type.table(), type.rows(), type.name())))
                .param("tenant", tenant())
                .param("most", most)
                .query(UUID.class)
                .optional()
                .orElse(new UUID(0, 0));
    }

    /** Of the records that have chunks those that the actor sees. */
    @Transactional(readOnly = true)
    public Set<UUID> seen(Descriptor type) {
        return new HashSet<>(jdbc.sql(access.guard("""
                        select t.id from %s t
                        where %s and t.deleted_at is null and exists (select from context_chunks c
                            where c.tenant_id = :tenant and c.source_type = '%s' and c.source_id = t.id){see:%s:t}
                        """.formatted(type.table(), type.rows(), type.name(), type.name())))
                .param("tenant", tenant())
                .query(UUID.class)
                .list());
    }

    /** Records that have chunks and are no longer in use, or are older than this one. */
    @Transactional(readOnly = true)
    public List<UUID> outlived(Descriptor type, UUID before) {
        return jdbc.sql(access.guard("""
                        select distinct c.source_id from context_chunks c
                        where c.tenant_id = :tenant and c.source_type = '%s' and (c.source_id <= :before or not exists (
                            select from %s t where %s and t.deleted_at is null and t.id = c.source_id{see:%s:t}))
                        """.formatted(type.name(), type.table(), type.rows(), type.name())))
                .param("tenant", tenant())
                .param("before", before)
                .query(UUID.class)
                .list();
    }

    /**
     * What one operation of a change set did.
     *
     * @param type the record type
     */
    record Done(String type, UUID id) {}

    /** What a change set did, from one place in it to another. */
    @Transactional(readOnly = true)
    public List<Done> ofChangeSet(UUID set, int from, int upTo) {
        return jdbc.sql("""
                        select o.record_type, o.record_id from change_operations o
                        where o.tenant_id = :tenant and o.change_set_id = :set and o.position >= :from and o.position < :upTo
                        order by o.position
                        """)
                .param("tenant", tenant())
                .param("set", set)
                .param("from", from)
                .param("upTo", upTo)
                .query((row, _) -> new Done(row.getString("record_type"), row.getObject("record_id", UUID.class)))
                .list();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
