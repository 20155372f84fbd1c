package dev.windrose.context.retrieval;

import dev.windrose.context.retrieval.SourceText.Traits;
import dev.windrose.platform.ActorScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chunks and their vectors, of the workspace in scope. Needs a transaction. */
@Component
class ChunkStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COLUMNS = """
            c.id, c.source_type, c.source_id, c.version, c.ordinal, c.field, c.heading, c.text, c.hash, c.sensitivity, c.category,
            c.products, c.segments, c.language, c.live, c.effective_from, c.effective_to, c.encoder, c.vector""";

    private final JdbcClient jdbc;

    ChunkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Only one at a time cuts texts of the workspace, so that nobody writes what an older version said over a newer one. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('context_chunks ' || :tenant, 0))")
                .param("tenant", tenant().toString())
                .query((_, _) -> 0)
                .list();
    }

    /** The stamp of each of the sources that has chunks. */
    Map<UUID, String> stamps(String type, Collection<UUID> sources) {
        var stamps = new HashMap<UUID, String>();
        jdbc.sql("""
                        select c.source_id, min(c.stamp) as stamp from context_chunks c
                        where c.tenant_id = :tenant and c.source_type = :type and c.source_id = any(:ids)
                        group by c.source_id
                        """)
                .param("tenant", tenant())
                .param("type", type)
                .param("ids", sources.toArray(UUID[]::new))
                .query(row -> {
                    stamps.put(row.getObject("source_id", UUID.class), row.getString("stamp"));
                });
        return stamps;
    }

    List<Chunk> ofSources(String type, Collection<UUID> sources) {
        return jdbc.sql(
                        "select %s from context_chunks c where c.tenant_id = :tenant and c.source_type = :type and c.source_id = any(:ids) order by c.source_id, c.ordinal"
                                .formatted(COLUMNS))
                .param("tenant", tenant())
                .param("type", type)
                .param("ids", sources.toArray(UUID[]::new))
                .query((row, _) -> chunk(row))
                .list();
    }

    List<Chunk> byIds(Collection<UUID> ids) {
        return jdbc.sql("select %s from context_chunks c where c.tenant_id = :tenant and c.id = any(:ids)"
                        .formatted(COLUMNS))
                .param("tenant", tenant())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> chunk(row))
                .list();
    }

    /** Sources of the type that have chunks, after an id, in the order of ids. */
    List<UUID> sources(String type, UUID after, int most) {
        return jdbc.sql("""
                        select distinct c.source_id from context_chunks c
                        where c.tenant_id = :tenant and c.source_type = :type and c.source_id > :after order by c.source_id limit :most
                        """)
                .param("tenant", tenant())
                .param("type", type)
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from context_chunks c where c.tenant_id = :tenant")
                .param("tenant", tenant())
                .query(Long.class)
                .single();
    }

    /** What an index outside has of them is left to be removed there. */
    void delete(String type, Collection<UUID> sources) {
        jdbc.sql("""
                        with gone as (
                            delete from context_chunks c
                            where c.tenant_id = :tenant and c.source_type = :type and c.source_id = any(:ids)
                            returning c.id, c.placed)
                        insert into context_chunk_leftovers (tenant_id, id, placed)
                        select :tenant, g.id, g.placed from gone g where g.placed is not null
                        on conflict (tenant_id, id) do update set placed = excluded.placed
                        """)
                .param("tenant", tenant())
                .param("type", type)
                .param("ids", sources.toArray(UUID[]::new))
                .update();
    }

    /** Chunks that come again under the same id are not left over. */
    void insert(List<Chunk> chunks, Map<UUID, String> stamps) {
        if (chunks.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        with fresh as (
                            insert into context_chunks (tenant_id, id, source_type, source_id, version, ordinal, field, heading, text, hash,
                                stamp, sensitivity, category, products, segments, language, live, effective_from, effective_to, encoder, vector)
                            select :tenant, x.id, x.type, x.source, x.version, x.ordinal, x.field, x.heading, x.text, x.hash,
                                x.stamp, x.sensitivity, x.category, x.products, x.segments, x.language, x.live, x.from_day, x.to_day,
                                x.encoder, decode(x.vector, 'base64')
                            from jsonb_to_recordset(cast(:rows as jsonb)) as x(id uuid, type text, source uuid, version bigint,
                                ordinal int, field text, heading text, text text, hash text, stamp text, sensitivity text, category text,
                                products jsonb, segments jsonb, language text, live boolean, from_day date, to_day date, encoder text,
                                vector text)
                            returning id)
                        delete from context_chunk_leftovers l using fresh f where l.tenant_id = :tenant and l.id = f.id
                        """)
                .param("tenant", tenant())
                .param(
                        "rows",
                        JSON.writeValueAsString(chunks.stream()
                                .map(chunk -> row(chunk, stamps.getOrDefault(chunk.source(), "")))
                                .toList()))
                .update();
    }

    /** Vectors that texts of these hashes have. */
    Map<String, float[]> vectors(String encoder, Collection<String> hashes) {
        var vectors = new HashMap<String, float[]>();
        jdbc.sql("""
                        select distinct on (c.hash) c.hash, c.vector from context_chunks c
                        where c.tenant_id = :tenant and c.hash = any(:hashes) and c.encoder = :encoder
                        order by c.hash
                        """)
                .param("tenant", tenant())
                .param("hashes", hashes.toArray(String[]::new))
                .param("encoder", encoder)
                .query(row -> {
                    vectors.put(row.getString("hash"), VectorBytes.read(row.getBytes("vector")));
                });
        return vectors;
    }

    /** By the hash of the text, wherever it stands. */
    void keep(String encoder, Map<String, float[]> vectors) {
        var rows = vectors.entrySet().stream()
                .map(each -> Map.of("hash", each.getKey(), "vector", encoded(each.getValue())))
                .toList();
        jdbc.sql("""
                        update context_chunks c set encoder = :encoder, vector = decode(x.vector, 'base64'), placed = null
                        from jsonb_to_recordset(cast(:rows as jsonb)) as x(hash text, vector text)
                        where c.tenant_id = :tenant and c.hash = x.hash
                        """)
                .param("tenant", tenant())
                .param("encoder", encoder)
                .param("rows", JSON.writeValueAsString(rows))
                .update();
    }

    private static Map<String, @Nullable Object> row(Chunk chunk, String stamp) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", chunk.id());
        row.put("type", chunk.type());
        row.put("source", chunk.source());
        row.put("version", chunk.version());
        row.put("ordinal", chunk.ordinal());
        row.put("field", chunk.field());
        row.put("heading", chunk.heading());
        row.put("text", chunk.text());
        row.put("hash", chunk.hash());
        row.put("stamp", stamp);
        var traits = chunk.traits();
        row.put("sensitivity", traits.sensitivity());
        row.put("category", traits.category());
        row.put("products", traits.products());
        row.put("segments", traits.segments());
        row.put("language", traits.language());
        row.put("live", traits.live());
        row.put("from_day", traits.from() == null ? null : traits.from().toString());
        row.put("to_day", traits.to() == null ? null : traits.to().toString());
        row.put("encoder", chunk.encoder());
        row.put("vector", chunk.vector() == null ? null : encoded(chunk.vector()));
        return row;
    }

    private static String encoded(float[] vector) {
        return Base64.getEncoder().encodeToString(VectorBytes.of(vector));
    }

    private static Chunk chunk(ResultSet row) throws SQLException {
        byte[] vector = row.getBytes("vector");
        return new Chunk(
                ActorScope.current().tenant(),
                row.getObject("id", UUID.class),
                row.getString("source_type"),
                row.getObject("source_id", UUID.class),
                row.getLong("version"),
                row.getInt("ordinal"),
                row.getString("field"),
                row.getString("heading"),
                row.getString("text"),
                row.getString("hash"),
                new Traits(
                        row.getString("sensitivity"),
                        row.getString("category"),
                        texts(row.getString("products")),
                        texts(row.getString("segments")),
                        row.getString("language"),
                        row.getBoolean("live"),
                        row.getObject("effective_from", LocalDate.class),
                        row.getObject("effective_to", LocalDate.class)),
                row.getString("encoder"),
                vector == null ? null : VectorBytes.read(vector));
    }

    private static List<String> texts(String json) {
        return JSON.readTree(json).valueStream().map(JsonNode::asString).toList();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
