package dev.windrose.context.retrieval;

import dev.windrose.platform.ActorScope;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Vectors of the sentences of chunks, of the workspace in scope. Needs a transaction. */
@Component
class SentenceStore {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    SentenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was read of a chunk.
     *
     * @param chunk its own vector
     * @param sentences one vector after another
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Read(float[] chunk, float[] sentences) {}

    /** Those of the chunks that have some. */
    Map<UUID, Read> of(Collection<UUID> chunks, String encoder) {
        var read = new HashMap<UUID, Read>();
        jdbc.sql("""
                        select c.id, c.vector, s.vectors from context_chunks c
                        join context_chunk_sentences s on s.tenant_id = c.tenant_id and s.hash = c.hash and s.encoder = c.encoder
                        where c.tenant_id = :tenant and c.id = any(:ids) and c.encoder = :encoder
                        """)
                .param("tenant", tenant())
                .param("ids", chunks.toArray(UUID[]::new))
                .param("encoder", encoder)
                .query(row -> {
                    read.put(
                            row.getObject("id", UUID.class),
                            new Read(
                                    VectorBytes.read(row.getBytes("vector")),
                                    VectorBytes.read(row.getBytes("vectors"))));
                });
        return read;
    }

    void keep(String encoder, Map<String, float[]> sentences) {
        var rows = sentences.entrySet().stream()
                .map(each -> Map.of(
                        "hash",
                        each.getKey(),
                        "vectors",
                        Base64.getEncoder().encodeToString(VectorBytes.of(each.getValue()))))
                .toList();
        jdbc.sql("""
                        insert into context_chunk_sentences (tenant_id, hash, encoder, vectors)
                        select :tenant, x.hash, :encoder, decode(x.vectors, 'base64')
                        from jsonb_to_recordset(cast(:rows as jsonb)) as x(hash text, vectors text)
                        where exists (select from context_chunks c where c.tenant_id = :tenant and c.hash = x.hash)
                        on conflict (tenant_id, hash, encoder) do update set vectors = excluded.vectors
                        """)
                .param("tenant", tenant())
                .param("encoder", encoder)
                .param("rows", JSON.writeValueAsString(rows))
                .update();
    }

    /** Of texts that no chunk says any more nothing stays. */
    void forget() {
        jdbc.sql("""
                        delete from context_chunk_sentences s
                        where s.tenant_id = :tenant and not exists (
                            select from context_chunks c where c.tenant_id = :tenant and c.hash = s.hash)
                        """).param("tenant", tenant()).update();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
