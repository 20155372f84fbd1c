package dev.windrose.crm.file;

import dev.windrose.platform.ActorScope;
import java.util.Collection;
import java.util.List;
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

    /** Whether a file has this content, also one in the bin, which may come back. */
    boolean used(String hash) {
        return jdbc.sql("""
                        select exists (select 1 from files
                            where tenant_id = :tenant and content_hash = :hash and erased_at is null)
                        """)
                .param("tenant", tenant())
                .param("hash", hash)
                .query(Boolean.class)
                .single();
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
                        select distinct content_hash from files
                        where tenant_id = :tenant and content_hash is not null and erased_at is null order by content_hash
                        """).param("tenant", tenant()).query(String.class).list();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
