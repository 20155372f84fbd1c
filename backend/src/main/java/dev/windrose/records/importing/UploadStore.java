package dev.windrose.records.importing;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.importing.Upload.Part;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code uploads}: those of the person who acts. */
@Component
class UploadStore {

    private static final String MINE = "tenant_id = :tenant and person_id is not distinct from cast(:person as uuid)";

    private final JdbcClient jdbc;
    private final Clock clock;

    UploadStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(Upload upload) {
        jdbc.sql("""
                        insert into uploads (tenant_id, id, file_name, size, part_size, sha256, status, person_id, created_at)
                        values (:tenant, :id, :name, :size, :part, :sha, :status, cast(:person as uuid), :now)
                        """)
                .param("tenant", tenant())
                .param("id", upload.id())
                .param("name", upload.fileName())
                .param("size", upload.size())
                .param("part", upload.partSize())
                .param("sha", upload.sha256(), Types.VARCHAR)
                .param("status", upload.status())
                .param("person", person())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Upload> find(UUID id) {
        var parts = jdbc.sql(
                        "select number, size, sha256 from upload_parts where tenant_id = :tenant and upload_id = :id order by number")
                .param("tenant", tenant())
                .param("id", id)
                .query((rs, _) -> new Part(rs.getInt("number"), rs.getInt("size"), rs.getString("sha256")))
                .list();
        return jdbc.sql("select * from uploads where " + MINE + " and id = :id")
                .param("tenant", tenant())
                .param("person", person())
                .param("id", id)
                .query((rs, _) -> new Upload(
                        id,
                        rs.getString("file_name"),
                        rs.getLong("size"),
                        rs.getInt("part_size"),
                        (int) Math.max(1, Math.ceilDiv(rs.getLong("size"), rs.getLong("part_size"))),
                        parts,
                        rs.getString("status"),
                        rs.getString("sha256")))
                .optional();
    }

    void received(UUID id, Part part) {
        jdbc.sql("""
                        insert into upload_parts (tenant_id, upload_id, number, size, sha256) values (:tenant, :id, :number, :size, :sha)
                        on conflict (tenant_id, upload_id, number) do update set size = excluded.size, sha256 = excluded.sha256
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("number", part.n())
                .param("size", part.size())
                .param("sha", part.sha256())
                .update();
    }

    void completed(UUID id, String sha256) {
        jdbc.sql("update uploads set status = 'complete', sha256 = :sha where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .param("sha", sha256)
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from uploads where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .update();
    }

    /** Those that nobody has taken for so long. */
    List<UUID> olderThan(Duration age) {
        return jdbc.sql("select id from uploads where tenant_id = :tenant and created_at < :then limit 100")
                .param("tenant", tenant())
                .param("then", clock.instant().minus(age).atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list();
    }

    private static @Nullable String person() {
        var person = ActorScope.current().person();
        return person == null ? null : person.toString();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
