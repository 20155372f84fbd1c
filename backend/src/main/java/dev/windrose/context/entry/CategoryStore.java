package dev.windrose.context.entry;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CategoryStore {

    private final JdbcClient jdbc;

    CategoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that have been set. */
    Map<EntryCategory, CategorySettings> all() {
        var all = new EnumMap<EntryCategory, CategorySettings>(EntryCategory.class);
        jdbc.sql("select * from context_categories where tenant_id = :tenant")
                .param("tenant", tenant())
                .query(rs -> {
                    var category = EntryCategory.of(rs.getString("category")).orElseThrow();
                    String action = rs.getString("retention_action");
                    all.put(
                            category,
                            new CategorySettings(
                                    category,
                                    rs.getBoolean("review"),
                                    Role.of(rs.getString("reviewer_role")).orElse(Role.ADMIN),
                                    rs.getObject("retention_days", Integer.class),
                                    action == null
                                            ? null
                                            : RetentionAction.of(action).orElseThrow()));
                });
        return all;
    }

    void put(CategorySettings settings, Instant at) {
        var action = settings.retentionAction();
        jdbc.sql("""
                        insert into context_categories (tenant_id, category, review, reviewer_role, retention_days, retention_action, updated_at)
                        values (:tenant, :category, :review, :role, cast(:days as int), :action, :at)
                        on conflict (tenant_id, category) do update set review = excluded.review, reviewer_role = excluded.reviewer_role,
                            retention_days = excluded.retention_days, retention_action = excluded.retention_action,
                            updated_at = excluded.updated_at
                        """)
                .param("tenant", tenant())
                .param("category", settings.category().wire())
                .param("review", settings.review())
                .param("role", settings.reviewerRole().wire())
                .param("days", settings.retentionDays())
                .param("action", action == null ? null : action.wire())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
