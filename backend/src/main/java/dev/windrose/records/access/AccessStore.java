package dev.windrose.records.access;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rules, masks, and which of some records an actor reaches. */
@Component
class AccessStore {

    private final JdbcClient jdbc;

    AccessStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AccessRule> rules() {
        return jdbc.sql("select * from access_rules where tenant_id = :tenant order by record_type, role")
                .param("tenant", tenant())
                .query((rs, _) -> new AccessRule(
                        rs.getString("record_type"),
                        Role.of(rs.getString("role")).orElseThrow(),
                        AccessLevel.of(rs.getString("read_level")).orElseThrow(),
                        AccessLevel.of(rs.getString("write_level")).orElseThrow()))
                .list();
    }

    void replaceRules(List<AccessRule> rules, Instant at) {
        jdbc.sql("delete from access_rules where tenant_id = :tenant")
                .param("tenant", tenant())
                .update();
        for (var rule : rules) {
            jdbc.sql("""
                            insert into access_rules (tenant_id, record_type, role, read_level, write_level, updated_at)
                            values (:tenant, :type, :role, :read, :write, :at)
                            """)
                    .param("tenant", tenant())
                    .param("type", rule.recordType())
                    .param("role", rule.role().wire())
                    .param("read", rule.read().wire())
                    .param("write", rule.write().wire())
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    List<FieldMask> masks() {
        return jdbc.sql("""
                        select record_type, field, array_agg(role order by role) as roles from field_masks
                        where tenant_id = :tenant group by record_type, field order by record_type, field
                        """)
                .param("tenant", tenant())
                .query((rs, _) -> new FieldMask(
                        rs.getString("record_type"),
                        rs.getString("field"),
                        Arrays.stream((String[]) rs.getArray("roles").getArray())
                                .map(role -> Role.of(role).orElseThrow())
                                .collect(Collectors.toUnmodifiableSet())))
                .list();
    }

    void replaceMasks(List<FieldMask> masks, Instant at) {
        jdbc.sql("delete from field_masks where tenant_id = :tenant")
                .param("tenant", tenant())
                .update();
        for (var mask : masks) {
            for (var role : mask.roles()) {
                jdbc.sql("""
                                insert into field_masks (tenant_id, record_type, field, role, updated_at)
                                values (:tenant, :type, :field, :role, :at)
                                """)
                        .param("tenant", tenant())
                        .param("type", mask.recordType())
                        .param("field", mask.field())
                        .param("role", role.wire())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update();
            }
        }
    }

    /** Of these records those that meet the first condition on {@code t}, each with whether it meets the second. */
    Map<UUID, Boolean> reached(String table, Collection<UUID> ids, String reads, String writes) {
        var found = new HashMap<UUID, Boolean>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            select t.id, (%s) is true as writable from %s t
                            where t.tenant_id = :tenant and t.id = any(:ids) and %s
                            """.formatted(writes, table, reads))
                    .param("tenant", tenant())
                    .param("ids", ids.toArray(UUID[]::new))
                    .query(rs -> {
                        found.put(rs.getObject("id", UUID.class), rs.getBoolean("writable"));
                    });
        }
        return found;
    }

    /** Of these records those that are in the table at all. */
    List<UUID> existing(String table, Collection<UUID> ids) {
        return ids.isEmpty()
                ? new ArrayList<>()
                : jdbc.sql("select t.id from %s t where t.tenant_id = :tenant and t.id = any(:ids)".formatted(table))
                        .param("tenant", tenant())
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list();
    }

    List<UUID> ids(String statement) {
        return jdbc.sql("select distinct id from (%s) found".formatted(statement))
                .query(UUID.class)
                .list();
    }

    /** How many rows a statement finds, counted to one more than the limit. */
    int count(String statement, int limit) {
        return jdbc.sql("select count(*) from (select 1 from (%s) found limit %d) counted"
                        .formatted(statement, limit + 1))
                .query(Integer.class)
                .single();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
