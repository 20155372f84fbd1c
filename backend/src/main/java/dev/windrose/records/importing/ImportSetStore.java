package dev.windrose.records.importing;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.importing.ImportSet.Note;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code import_sets}. */
@Component
class ImportSetStore {

    private static final String BY =
            "((cast(:by as uuid) is null and not exists (select 1 from imports i where i.tenant_id = import_sets.tenant_id"
                    + " and i.set_id = import_sets.id and i.record_type = any(:limited))) or person_id = :self)";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AccessSql access;
    private final Clock clock;

    ImportSetStore(JdbcClient jdbc, JsonMapper json, AccessSql access, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.access = access;
        this.clock = clock;
    }

    void insert(UUID id) {
        var person = ActorScope.current().person();
        jdbc.sql("""
                        insert into import_sets (tenant_id, id, notes, person_id, created_at)
                        values (:tenant, :id, '[]', cast(:person as uuid), :now)
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("person", person == null ? null : person.toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void owners(UUID id, List<Owner> owners) {
        jdbc.sql("update import_sets set owners = cast(:owners as jsonb) where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .param("owners", json.writeValueAsString(owners))
                .update();
    }

    List<Owner> owners(UUID id) {
        return jdbc.sql("select owners from import_sets where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query((rs, _) -> json.readValue(rs.getString("owners"), new TypeReference<List<Owner>>() {}))
                .optional()
                .orElse(List.of());
    }

    void note(UUID id, List<Note> notes) {
        jdbc.sql("update import_sets set notes = cast(:notes as jsonb) where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .param("notes", json.writeValueAsString(notes))
                .update();
    }

    void running(UUID id, boolean running) {
        jdbc.sql("update import_sets set running = :running where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .param("running", running)
                .update();
    }

    Optional<ImportSet> find(UUID id) {
        return jdbc.sql("select * from import_sets where tenant_id = :tenant and id = :id and " + BY)
                .param("by", access.onlyWordsOf().orElse(null))
                .param("self", access.self())
                .param("limited", access.limitedTypes().toArray(String[]::new))
                .param("tenant", tenant())
                .param("id", id)
                .query((rs, _) -> read(rs))
                .optional();
    }

    List<ImportSet> newest(int most) {
        return jdbc.sql("select * from import_sets where tenant_id = :tenant and " + BY
                        + " order by created_at desc, id desc limit :most")
                .param("by", access.onlyWordsOf().orElse(null))
                .param("self", access.self())
                .param("limited", access.limitedTypes().toArray(String[]::new))
                .param("tenant", tenant())
                .param("most", most)
                .query((rs, _) -> read(rs))
                .list();
    }

    private ImportSet read(ResultSet rs) throws SQLException {
        return new ImportSet(
                rs.getObject("id", UUID.class),
                rs.getBoolean("running"),
                List.of(),
                json.readValue(rs.getString("notes"), new TypeReference<List<Note>>() {}),
                rs.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
