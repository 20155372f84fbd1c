package dev.windrose.platform;

import dev.windrose.platform.id.TenantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FeatureFlagStore {

    private final JdbcClient jdbc;

    FeatureFlagStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Boolean> all(TenantId tenant) {
        return jdbc.sql("select name, enabled from feature_flags where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .query(rows -> {
                    var flags = new HashMap<String, Boolean>();
                    while (rows.next()) {
                        flags.put(rows.getString("name"), rows.getBoolean("enabled"));
                    }
                    return flags;
                });
    }

    void set(TenantId tenant, String name, boolean enabled, Instant at) {
        jdbc.sql("""
                        insert into feature_flags (tenant_id, name, enabled, updated_at) values (:tenant, :name, :enabled, :at)
                        on conflict (tenant_id, name) do update set enabled = excluded.enabled, updated_at = excluded.updated_at""")
                .param("tenant", tenant.value())
                .param("name", name)
                .param("enabled", enabled)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
