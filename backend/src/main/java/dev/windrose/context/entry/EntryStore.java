package dev.windrose.context.entry;

import dev.windrose.platform.ActorScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What rules of the product need to know of entries, whoever asks. Shown to nobody. */
@Component
class EntryStore {

    private final JdbcClient jdbc;

    EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Head(
            UUID id, String category, String kind, @Nullable String status, long version, Instant updatedAt) {

        boolean live() {
            return EntryStatus.LIVE.wire().equals(status);
        }
    }

    /** By id, in the order asked for as far as they are there; also from the bin. */
    Map<UUID, Head> heads(Collection<UUID> ids) {
        var heads = new LinkedHashMap<UUID, Head>();
        jdbc.sql("""
                        select id, category, kind, status, version, updated_at from context_entries
                        where tenant_id = :tenant and id = any(:ids)
                        """)
                .param("tenant", tenant())
                .param("ids", ids.toArray(UUID[]::new))
                .query(rs -> {
                    var head = head(rs);
                    heads.put(head.id(), head);
                });
        return heads;
    }

    /** Ids of those whose status is live. */
    List<UUID> live(String category) {
        return jdbc.sql("""
                        select id from context_entries
                        where tenant_id = :tenant and deleted_at is null and category = :category and status = 'live'
                        """)
                .param("tenant", tenant())
                .param("category", category)
                .query(UUID.class)
                .list();
    }

    /** Live entries whose last day lies before this one. */
    List<UUID> ended(LocalDate today, int most) {
        return jdbc.sql("""
                        select id from context_entries
                        where tenant_id = :tenant and deleted_at is null and status = 'live' and effective_to < :today
                        order by effective_to, id limit :most
                        """)
                .param("tenant", tenant())
                .param("today", today)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    private static Head head(ResultSet rs) throws SQLException {
        return new Head(
                rs.getObject("id", UUID.class),
                rs.getString("category"),
                rs.getString("kind"),
                rs.getString("status"),
                rs.getLong("version"),
                rs.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
