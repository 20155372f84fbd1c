package dev.windrose.records.derived;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.store.Json;
import dev.windrose.records.store.SqlArray;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Follows references in both directions, and keeps computed values. */
@Component
class DerivedStore {

    private final JdbcClient jdbc;

    DerivedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a reference of the records points to, also of those in the bin. */
    Map<UUID, UUID> links(Descriptor type, FieldDescriptor reference, Collection<UUID> records) {
        var links = new LinkedHashMap<UUID, UUID>();
        if (!records.isEmpty()) {
            String column = column(reference);
            jdbc.sql(
                            "select t.id, %1$s as target from %2$s t where %3$s and t.id = any(cast(:ids as uuid[])) and %1$s is not null"
                                    .formatted(column, type.table(), type.rows("t")))
                    .param("tenant", tenant())
                    .param("ids", SqlArray.of(records))
                    .query(rs -> {
                        links.put(rs.getObject("id", UUID.class), rs.getObject("target", UUID.class));
                    });
        }
        return links;
    }

    /** The records that refer to one of the targets. */
    Set<UUID> referring(Descriptor type, FieldDescriptor reference, Collection<UUID> targets) {
        if (targets.isEmpty()) {
            return Set.of();
        }
        var custom = reference.custom();
        boolean indexed = custom != null && (reference.filter() || reference.sort());
        String sql = indexed
                ? """
                select i.record_id from field_index i
                where i.tenant_id = :tenant and i.field_id = '%s' and i.id_value = any(cast(:targets as uuid[]))
                """.formatted(custom.id())
                : "select t.id from %s t where %s and t.deleted_at is null and %s = any(cast(:targets as uuid[]))"
                        .formatted(type.table(), type.rows("t"), column(reference));
        return new LinkedHashSet<>(jdbc.sql(sql)
                .param("tenant", tenant())
                .param("targets", SqlArray.of(targets))
                .query(UUID.class)
                .list());
    }

    /** Ids behind another one, in order. */
    List<UUID> after(Descriptor type, UUID last, int most) {
        return jdbc.sql("select t.id from %s t where %s and t.id > :last order by t.id limit %d"
                        .formatted(type.table(), type.rows("t"), most))
                .param("tenant", tenant())
                .param("last", last)
                .query(UUID.class)
                .list();
    }

    /** Ids in use below another one, the newest first. */
    List<UUID> before(Descriptor type, UUID last, int most) {
        return jdbc.sql("""
                        select t.id from %s t where %s and t.deleted_at is null and t.id < :last order by t.id desc limit %d
                        """.formatted(type.table(), type.rows("t"), most))
                .param("tenant", tenant())
                .param("last", last)
                .query(UUID.class)
                .list();
    }

    /**
     * Merges values into the column of added fields; null takes one out. Rows that stay as they are, are not written.
     *
     * @return those that were
     */
    List<UUID> put(Descriptor type, List<Map<String, @Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                            update %1$s t set custom = jsonb_strip_nulls(t.custom || r.custom)
                            from jsonb_to_recordset(cast(:rows as jsonb)) r (id uuid, custom jsonb)
                        where %2$s and t.id = r.id and jsonb_strip_nulls(t.custom || r.custom) is distinct from t.custom
                        returning t.id
                        """.formatted(type.table(), type.rows("t")))
                .param("tenant", tenant())
                .param("rows", Json.write(rows))
                .query(UUID.class)
                .list();
    }

    static String column(FieldDescriptor reference) {
        return reference.custom() == null
                ? "t." + reference.name()
                : "cast(t.custom ->> '%s' as uuid)".formatted(reference.name());
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
