package dev.windrose.context.retrieval;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.core.NestedRuntimeException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A PostgreSQL with the extension pgvector: a table for each encoder, with no text in it. What may be found is the condition of each statement. */
final class PgVectorStore implements KeptVectors {

    private static final String PREFIX = "windrose_passages_";
    /** Among so many neighbours the graph looks for the nearest. */
    private static final int WIDE = 120;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final String name;
    private final Set<String> made = ConcurrentHashMap.newKeySet();

    PgVectorStore(DataSource database, String address) {
        this.jdbc = JdbcClient.create(database);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        // Another database holds nothing of what is noted for this one.
        this.name = "pgvector " + WriteChunks.hash(address);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void put(List<Chunk> chunks) {
        told(() -> {
            chunks.stream()
                    .collect(Collectors.groupingBy(chunk -> String.valueOf(chunk.encoder())))
                    .forEach((encoder, some) -> {
                        int size = Objects.requireNonNull(some.getFirst().vector()).length;
                        String table = table(encoder, size);
                        // Those of another encoder before it go.
                        removeFrom(
                                tables(),
                                some.getFirst().tenant(),
                                some.stream().map(Chunk::id).toList());
                        some.forEach(chunk -> insert(table, chunk));
                    });
            return 0;
        });
    }

    private void insert(String table, Chunk chunk) {
        var traits = chunk.traits();
        jdbc.sql("""
                        insert into %s (tenant_id, id, source_type, source_id, field, level, category, products, segments, languages, live,
                            from_day, to_day, embedding)
                        values (:tenant, :id, :type, :source, :field, :level, :category, :products, :segments, :languages, :live,
                            cast(:from as date), cast(:to as date), cast(:vector as vector))
                        """.formatted(table))
                .param("tenant", chunk.tenant().value())
                .param("id", chunk.id())
                .param("type", chunk.type())
                .param("source", chunk.source())
                .param("field", ChunkDocument.field(chunk.type(), chunk.field()))
                .param("level", chunk.level())
                .param("category", traits.category())
                .param("products", ChunkDocument.anyOf(traits.products()).toArray(String[]::new))
                .param("segments", ChunkDocument.anyOf(traits.segments()).toArray(String[]::new))
                .param("languages", ChunkDocument.languages(traits.language()).toArray(String[]::new))
                .param("live", traits.live())
                .param("from", traits.from() == null ? null : traits.from().toString())
                .param("to", traits.to() == null ? null : traits.to().toString())
                .param("vector", written(Objects.requireNonNull(chunk.vector())))
                .update();
    }

    @Override
    public void remove(TenantId tenant, Collection<UUID> chunks) {
        told(() -> {
            removeFrom(tables(), tenant, chunks);
            return 0;
        });
    }

    private void removeFrom(List<String> tables, TenantId tenant, Collection<UUID> chunks) {
        tables.forEach(
                table -> jdbc.sql("delete from %s p where p.tenant_id = :tenant and p.id = any(:ids)".formatted(table))
                        .param("tenant", tenant.value())
                        .param("ids", chunks.toArray(UUID[]::new))
                        .update());
    }

    @Override
    public List<Near> search(ChunkScope scope, String encoder, float[] vector, int most) {
        if (scope.empty()) {
            return List.of();
        }
        return told(() -> {
            String table = table(encoder, vector.length);
            jdbc.sql("select set_config('hnsw.ef_search', :wide, true)")
                    .param("wide", String.valueOf(Math.max(WIDE, most)))
                    .query(String.class)
                    .single();
            if (goesOn()) {
                // Until the page is full of what is in scope.
                jdbc.sql("select set_config('hnsw.iterative_scan', 'strict_order', true)")
                        .query(String.class)
                        .single();
            }
            var params = new LinkedHashMap<String, Object>();
            String condition = condition(scope, params);
            return jdbc.sql("""
                            select p.id, -(p.embedding <#> cast(:vector as vector)) as similarity from %s p
                            where p.tenant_id = :tenant%s
                            order by p.embedding <#> cast(:vector as vector) limit :most
                            """.formatted(table, condition))
                    .param("tenant", scope.tenant().value())
                    .param("vector", written(vector))
                    .param("most", most)
                    .params(params)
                    .query((row, _) -> new Near(row.getObject("id", UUID.class), row.getDouble("similarity")))
                    .list();
        });
    }

    private static String condition(ChunkScope scope, Map<String, Object> params) {
        var all = new ArrayList<String>();
        all.add("p.level = any(:levels)");
        params.put("levels", scope.levels().toArray(String[]::new));
        all.add(sources(scope, params));
        if (!scope.hidden().isEmpty()) {
            all.add("p.field <> all(:hidden)");
            params.put("hidden", scope.hiddenFields().toArray(String[]::new));
        }
        if (!scope.categories().isEmpty()) {
            all.add("p.category = any(:categories)");
            params.put("categories", scope.categories().toArray(String[]::new));
        }
        if (scope.product() != null) {
            all.add("p.products && cast(:products as text[])");
            params.put("products", new String[] {scope.product(), ChunkDocument.ANY});
        }
        if (scope.segment() != null) {
            all.add("p.segments && cast(:segments as text[])");
            params.put("segments", new String[] {scope.segment(), ChunkDocument.ANY});
        }
        if (scope.language() != null) {
            all.add("p.languages && cast(:languages as text[])");
            params.put("languages", new String[] {scope.languageTag(), ChunkDocument.ANY});
        }
        if (scope.liveOn() != null) {
            all.add(
                    "p.live and (p.from_day is null or p.from_day <= cast(:day as date)) and (p.to_day is null or p.to_day >= cast(:day as date))");
            params.put("day", scope.liveOn().toString());
        }
        return all.stream().map(" and %s"::formatted).collect(Collectors.joining());
    }

    private static String sources(ChunkScope scope, Map<String, Object> params) {
        var any = new ArrayList<String>();
        any.add("p.source_type = any(:open)");
        params.put("open", scope.open().toArray(String[]::new));
        int number = 0;
        for (var each : scope.some().entrySet()) {
            String at = String.valueOf(number++);
            any.add("p.source_type = :type%1$s and p.source_id = any(:ids%1$s)".formatted(at));
            params.put("type" + at, each.getKey());
            params.put("ids" + at, each.getValue().toArray(UUID[]::new));
        }
        return "(%s)".formatted(String.join(" or ", any));
    }

    /** Made at first use. */
    private String table(String encoder, int size) {
        String table = PREFIX + size + "_" + WriteChunks.hash(encoder).substring(0, 12);
        if (made.contains(table)) {
            return table;
        }
        jdbc.sql("create extension if not exists vector").update();
        jdbc.sql("""
                        create table if not exists %s (tenant_id uuid not null, id uuid not null, source_type text not null,
                            source_id uuid not null, field text not null, level text not null, category text, products text[] not null,
                            segments text[] not null, languages text[] not null, live boolean not null, from_day date, to_day date,
                            embedding vector(%d) not null, primary key (tenant_id, id))
                        """.formatted(table, size)).update();
        jdbc.sql("create index if not exists %1$s_near on %1$s using hnsw (embedding vector_ip_ops)".formatted(table))
                .update();
        made.add(table);
        return table;
    }

    private List<String> tables() {
        return jdbc.sql(
                        "select c.relname from pg_class c where c.relkind = 'r' and c.relname like :prefix and pg_table_is_visible(c.oid)")
                .param("prefix", PREFIX.replace("_", "\\_") + "%")
                .query(String.class)
                .list();
    }

    /** Since 0.8 a search goes on where a condition left too little. */
    private boolean goesOn() {
        return jdbc.sql("select extversion from pg_extension where extname = 'vector'")
                .query(String.class)
                .optional()
                .filter(version -> !version.matches("0\\.[0-7](?:\\..*)?"))
                .isPresent();
    }

    private static String written(float[] vector) {
        var text = new StringBuilder(vector.length * 10).append('[');
        for (int i = 0; i < vector.length; i++) {
            text.append(i == 0 ? "" : ",").append(vector[i]);
        }
        return text.append(']').toString();
    }

    private interface Work<T> {
        T done();
    }

    private <T> T told(Work<T> work) {
        try {
            return Objects.requireNonNull(transactions.execute(_ -> work.done()));
        } catch (NestedRuntimeException e) {
            made.clear();
            throw new AppException(
                    CommonError.UNAVAILABLE,
                    "The database for vectors does not answer: "
                            + e.getMostSpecificCause().getMessage());
        }
    }
}
