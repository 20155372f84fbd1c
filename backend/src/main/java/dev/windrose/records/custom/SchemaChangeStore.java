package dev.windrose.records.custom;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.PersonId;
import dev.windrose.records.store.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was changed in the schema, by whom and when. */
@Component
class SchemaChangeStore {

    private final JdbcClient jdbc;

    SchemaChangeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(SchemaChange change) {
        jdbc.sql("""
                        insert into schema_changes (tenant_id, id, at, actor_name, person_id, summary, subject, subject_id, before, after, impact,
                            rolls_back)
                        values (:tenant, :id, cast(:at as timestamptz), :actor, :person, :summary, :subject, :subjectId,
                            cast(:before as jsonb), cast(:after as jsonb), cast(:impact as jsonb), :rollsBack)
                        """)
                .param("tenant", tenant())
                .param("id", change.id())
                .param("at", change.at().toString())
                .param("actor", change.actorName())
                .param(
                        "person",
                        change.person() == null ? null : change.person().value())
                .param("summary", change.summary())
                .param("subject", change.subject())
                .param("subjectId", change.subjectId())
                .param("before", change.before() == null ? null : Json.write(change.before()))
                .param("after", Json.write(change.after()))
                .param("impact", Json.write(change.impact()))
                .param("rollsBack", change.rollsBack())
                .update();
    }

    void rolledBack(UUID change, UUID by) {
        jdbc.sql("update schema_changes set rolled_back_by = :by where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", change)
                .param("by", by)
                .update();
    }

    Optional<SchemaChange> find(UUID id) {
        return jdbc.sql("select * from schema_changes where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query((rs, _) -> change(rs))
                .optional();
    }

    /** The newest first. */
    List<SchemaChange> list(@Nullable UUID before, int limit) {
        return jdbc.sql("""
                        select * from schema_changes
                        where tenant_id = :tenant and id < coalesce(cast(:before as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
                        order by id desc limit :limit
                        """)
                .param("tenant", tenant())
                .param("before", before == null ? null : before.toString())
                .param("limit", limit)
                .query((rs, _) -> change(rs))
                .list();
    }

    private static SchemaChange change(ResultSet rs) throws SQLException {
        var person = rs.getObject("person_id", UUID.class);
        return new SchemaChange(
                rs.getObject("id", UUID.class),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                rs.getString("actor_name"),
                person == null ? null : new PersonId(person),
                rs.getString("summary"),
                rs.getString("subject"),
                rs.getObject("subject_id", UUID.class),
                rs.getString("before") == null ? null : object(rs.getString("before")),
                object(rs.getString("after")),
                object(rs.getString("impact")),
                rs.getObject("rolls_back", UUID.class),
                rs.getObject("rolled_back_by", UUID.class));
    }

    private static Map<String, @Nullable Object> object(String text) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        if (Json.read(text) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> object.put(String.valueOf(name), value));
        }
        return object;
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
