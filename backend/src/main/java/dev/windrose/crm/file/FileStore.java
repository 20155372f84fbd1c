package dev.windrose.crm.file;

import dev.windrose.platform.ActorScope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FileStore {

    private final JdbcClient jdbc;

    FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Content is not removed while the same content comes in anew. */
    void lock(String hash) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "file " + tenant() + hash)
                .query(rs -> {});
    }

    /** Whether a file has this content or had it before, also one in the bin, which may come back. */
    boolean used(String hash) {
        return jdbc.sql("""
                        select exists (select 1 from files
                            where tenant_id = :tenant and content_hash = :hash and erased_at is null)
                            or exists (select 1 from file_versions v
                                join files f on f.tenant_id = v.tenant_id and f.id = v.file_id and f.erased_at is null
                                where v.tenant_id = :tenant and v.content_hash = :hash)
                        """)
                .param("tenant", tenant())
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    /** Contents that the file has and had, in the order in which they are locked. */
    List<String> hashes(UUID file) {
        return jdbc.sql("""
                        select content_hash from files where tenant_id = :tenant and id = :file and content_hash is not null
                        union
                        select content_hash from file_versions where tenant_id = :tenant and file_id = :file
                        order by content_hash
                        """)
                .param("tenant", tenant())
                .param("file", file)
                .query(String.class)
                .list();
    }

    /** What a file without versions came with is its first. */
    void keepFirst(UUID file) {
        jdbc.sql("""
                        insert into file_versions (tenant_id, file_id, number, name, content_type, size, content_hash, width, height, thumbnail,
                            added_at, added_by)
                        select tenant_id, id, 1, name, content_type, size, content_hash, width, height, coalesce(thumbnail, false),
                            created_at, created_by
                        from files
                        where tenant_id = :tenant and id = :file and content_hash is not null
                            and not exists (select 1 from file_versions where tenant_id = :tenant and file_id = :file)
                        """).param("tenant", tenant()).param("file", file).update();
    }

    /** What a file without versions came with. */
    Optional<FileVersion> asFirst(UUID file) {
        return jdbc.sql("""
                        select name, content_type, size, content_hash, width, height, coalesce(thumbnail, false) as thumbnail,
                            created_at, created_by
                        from files
                        where tenant_id = :tenant and id = :file and content_hash is not null
                            and not exists (select 1 from file_versions where tenant_id = :tenant and file_id = :file)
                        """)
                .param("tenant", tenant())
                .param("file", file)
                .query((row, _) -> new FileVersion(
                        1,
                        row.getString("name"),
                        row.getString("content_type"),
                        row.getLong("size"),
                        row.getString("content_hash"),
                        row.getObject("width", Integer.class),
                        row.getObject("height", Integer.class),
                        row.getBoolean("thumbnail"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getObject("created_by", UUID.class)))
                .optional();
    }

    /** What is kept of a file. */
    record Kept(UUID id, String hash, String contentType) {}

    /** Of these files those that are in use and whose content is kept. */
    List<Kept> kept(Collection<UUID> ids) {
        return jdbc.sql("""
                        select id, content_hash, content_type from files
                        where tenant_id = :tenant and id = any(cast(:ids as uuid[])) and content_hash is not null
                            and content_type is not null and erased_at is null
                        """)
                .param("tenant", tenant())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> new Kept(
                        row.getObject("id", UUID.class), row.getString("content_hash"), row.getString("content_type")))
                .list();
    }

    List<String> hashes() {
        return jdbc.sql("""
                        select content_hash from files
                        where tenant_id = :tenant and content_hash is not null and erased_at is null
                        union
                        select v.content_hash from file_versions v
                        join files f on f.tenant_id = v.tenant_id and f.id = v.file_id and f.erased_at is null
                        where v.tenant_id = :tenant
                        order by content_hash
                        """).param("tenant", tenant()).query(String.class).list();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
