package dev.windrose.records.importing;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.RecordRef;
import dev.windrose.records.access.AccessSql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds records by what a file knows of them. */
@Component
class MatchStore {

    /** Above this many records of a type, words are compared with the first of them only. */
    private static final int MOST_NAMES = 200_000;

    private final JdbcClient jdbc;
    private final AccessSql access;

    MatchStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /** What people call the records in use. */
    List<RecordRef> names(Descriptor type) {
        var title = type.fields().get(type.titleField());
        String sql = """
                select t.id, %s as title from %s t where %s and t.deleted_at is null{see:%s:t} order by t.id limit :most
                """.formatted(
                title.sql() == null ? "t." + title.name() : title.sql(), type.table(), type.rows(), type.name());
        return jdbc.sql(access.guard(sql))
                .param("tenant", tenant())
                .param("most", MOST_NAMES)
                .query((row, n) -> {
                    String name = row.getString("title");
                    return new RecordRef(row.getObject("id", UUID.class), type.name(), name == null ? "" : name);
                })
                .list();
    }

    /** The ids that records in use have in other systems, and their own numbers. */
    Map<String, UUID> ids(Descriptor type) {
        var found = new HashMap<String, UUID>();
        String own = type.field(type.name() + "_id")
                .filter(field -> field.stored() && field.custom() == null && field.kind() == FieldKind.TEXT)
                .map(field -> """
                        union all select t.%s, t.id from %s t where %s and t.deleted_at is null and t.%s is not null{see:%s:t}
                        """.formatted(field.name(), type.table(), type.rows(), field.name(), type.name()))
                .orElse("");
        String sql = """
                select x.external_id as key, t.id from external_ids x join %s t on %s and t.id = x.record_id and t.deleted_at is null
                where x.tenant_id = :tenant and x.record_type = '%s'{see:%s:t}
                %s
                limit :most
                """.formatted(type.table(), type.rows(), type.name(), type.name(), own);
        jdbc.sql(access.guard(sql))
                .param("tenant", tenant())
                .param("most", MOST_NAMES)
                .query(rs -> {
                    found.put(rs.getString("key"), rs.getObject("id", UUID.class));
                });
        return found;
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
