package dev.windrose.crm.file;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FileVersionStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    FileVersionStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Two who bring a version of one file at the same time do it one after the other. */
    void lock(UUID file) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "file versions " + tenant() + file)
                .query(rs -> {});
    }

    /** The newest first. */
    List<FileVersion> of(UUID file) {
        return jdbc.sql(
                        "select * from file_versions where tenant_id = :tenant and file_id = :file order by number desc")
                .param("tenant", tenant())
                .param("file", file)
                .query((row, _) -> read(row))
                .list();
    }

    Optional<FileVersion> find(UUID file, int number) {
        return jdbc.sql(
                        "select * from file_versions where tenant_id = :tenant and file_id = :file and number = :number")
                .param("tenant", tenant())
                .param("file", file)
                .param("number", number)
                .query((row, _) -> read(row))
                .optional();
    }

    /** @return the number of the new version */
    int add(UUID file, ReceivedFile received) {
        return jdbc.sql("""
                        insert into file_versions (tenant_id, file_id, number, name, content_type, size, content_hash, width, height, thumbnail,
                            added_at, added_by)
                        select :tenant, :file, coalesce(max(number), 0) + 1, :name, :type, :size, :hash, :width, :height, :thumbnail, :at, :by
                        from file_versions where tenant_id = :tenant and file_id = :file
                        returning number
                        """)
                .param("tenant", tenant())
                .param("file", file)
                .param("name", received.name())
                .param("type", received.type().media())
                .param("size", received.size())
                .param("hash", received.hash())
                .param("width", received.width())
                .param("height", received.height())
                .param("thumbnail", received.small().isPresent())
                .param("at", Timestamp.from(clock.instant()))
                .param("by", person())
                .query(Integer.class)
                .single();
    }

    private static FileVersion read(ResultSet row) throws SQLException {
        return new FileVersion(
                row.getInt("number"),
                row.getString("name"),
                row.getString("content_type"),
                row.getLong("size"),
                row.getString("content_hash"),
                row.getObject("width", Integer.class),
                row.getObject("height", Integer.class),
                row.getBoolean("thumbnail"),
                row.getTimestamp("added_at").toInstant(),
                row.getObject("added_by", UUID.class));
    }

    private static @Nullable UUID person() {
        PersonId person = ActorScope.current().person();
        return person == null ? null : person.value();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
