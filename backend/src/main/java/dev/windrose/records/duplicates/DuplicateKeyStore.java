package dev.windrose.records.duplicates;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.store.SqlArray;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys of records, many records at a time. */
@Component
class DuplicateKeyStore {

    /** A key of more records than this proposes none of them. */
    static final int COMMON = 50;

    private final JdbcClient jdbc;

    DuplicateKeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(String type, Map<UUID, Set<String>> keysOf) {
        delete(keysOf.keySet());
        var keys = new ArrayList<String>();
        var records = new ArrayList<UUID>();
        keysOf.forEach((record, own) -> own.stream().sorted().forEach(key -> {
            keys.add(key);
            records.add(record);
        }));
        if (!keys.isEmpty()) {
            jdbc.sql("""
                            insert into duplicate_keys (tenant_id, record_type, key, record_id)
                            select :tenant, :type, new.key, new.record
                            from unnest(cast(:keys as text[]), cast(:records as uuid[])) new (key, record)
                            on conflict do nothing
                            """)
                    .param("tenant", tenant())
                    .param("type", type)
                    .param("keys", SqlArray.of(keys))
                    .param("records", SqlArray.of(records))
                    .update();
        }
    }

    void delete(Collection<UUID> records) {
        if (!records.isEmpty()) {
            jdbc.sql(
                            "delete from duplicate_keys where tenant_id = :tenant and record_id = any(cast(:records as uuid[]))")
                    .param("tenant", tenant())
                    .param("records", SqlArray.of(records))
                    .update();
        }
    }

    /** The records that have a key, for each that few have. */
    Map<String, List<UUID>> having(String type, Collection<String> keys) {
        var found = new HashMap<String, List<UUID>>();
        jdbc.sql("""
                        select wanted.key, few.record_id from unnest(cast(:keys as text[])) wanted (key)
                        cross join lateral (
                            select d.record_id from duplicate_keys d
                            where d.tenant_id = :tenant and d.record_type = :type and d.key = wanted.key limit %d) few
                        """.formatted(COMMON + 1))
                .param("tenant", tenant())
                .param("type", type)
                .param("keys", SqlArray.of(keys))
                .query(rs -> {
                    found.computeIfAbsent(rs.getString("key"), _ -> new ArrayList<>())
                            .add(rs.getObject("record_id", UUID.class));
                });
        found.values().removeIf(records -> records.size() > COMMON);
        return found;
    }

    /** How many records have each key, up to a thousand. */
    Map<String, Integer> counts(String type, Collection<String> keys) {
        var counts = new HashMap<String, Integer>();
        jdbc.sql("""
                        select wanted.key, (select count(*) from (
                            select 1 from duplicate_keys d
                            where d.tenant_id = :tenant and d.record_type = :type and d.key = wanted.key limit 1000) few) as records
                        from unnest(cast(:keys as text[])) wanted (key)
                        """)
                .param("tenant", tenant())
                .param("type", type)
                .param("keys", SqlArray.of(keys))
                .query(rs -> {
                    counts.put(rs.getString("key"), rs.getInt("records"));
                });
        return counts;
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
