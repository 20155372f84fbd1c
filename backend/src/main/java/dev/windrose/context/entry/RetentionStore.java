package dev.windrose.context.entry;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.ContextEntryId;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.access.AccessSql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entries that have been kept long enough. */
@Component
class RetentionStore {

    private final JdbcClient jdbc;
    private final AccessSql access;

    RetentionStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    record Row(
            ContextEntryId id,
            String title,
            String kind,
            @Nullable String status,
            Instant changedAt,
            @Nullable LocalDate effectiveTo) {}

    List<TenantId> tenants() {
        return jdbc.sql("select tenants_with_ending_entries()").query(UUID.class).list().stream()
                .map(TenantId::new)
                .toList();
    }

    /** Neither changed nor ended since, those that lie longest first. */
    List<Row> due(EntryCategory category, RetentionAction action, Instant before, LocalDate day, int most) {
        String sql = """
                        select e.id, e.title, e.kind, e.status, e.updated_at, e.effective_to from context_entries e
                        where e.tenant_id = :tenant and e.deleted_at is null and e.category = :category and %s
                            and e.updated_at < :before and (e.effective_to is null or e.effective_to < :day){see:context_entry:e}
                        order by e.updated_at, e.id limit :most
                        """.formatted(still(action));
        return jdbc.sql(access.guard(sql))
                .param("tenant", tenant())
                .param("category", category.wire())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("day", day)
                .param("most", most)
                .query((rs, number) -> new Row(
                        new ContextEntryId(rs.getObject("id", UUID.class)),
                        rs.getString("title"),
                        rs.getString("kind"),
                        rs.getString("status"),
                        rs.getObject("updated_at", OffsetDateTime.class).toInstant(),
                        rs.getObject("effective_to", LocalDate.class)))
                .list();
    }

    /** Of what the action still changes something. */
    private static String still(RetentionAction action) {
        return switch (action) {
            case EXPIRE -> "e.status = 'live'";
            case ARCHIVE -> "e.status <> 'archived'";
            case DELETE -> "true";
        };
    }

    /** Put into the bin by retention before a moment, and nothing outside of the bin hangs on them. */
    List<UUID> forGood(EntryCategory category, String cause, Instant before, int most) {
        return jdbc.sql("""
                        select e.id from context_entries e
                        where e.tenant_id = :tenant and e.deleted_at < :before and e.category = :category and exists (
                            select 1 from change_operations o
                            join change_sets s on s.tenant_id = :tenant and s.id = o.change_set_id and s.cause_id = :cause and s.status <> 'undone'
                            where o.tenant_id = :tenant and o.record_id = e.id and o.op = 'delete' and o.status = 'applied')
                            and not exists (select 1 from context_entries c where c.tenant_id = :tenant and (c.parent_id = e.id or c.variant_of_id = e.id))
                        order by e.deleted_at, e.id limit :most
                        """)
                .param("tenant", tenant())
                .param("category", category.wire())
                .param("cause", cause)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
