package dev.windrose.context.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.windrose.platform.error.AppException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On a real PostgreSQL with pgvector; what it does about permissions of the product is told by the scope alone. */
@EnabledIf(
        value = "dev.windrose.context.retrieval.PgVectorServer#installed",
        disabledReason = "needs npm install in src/test/pgvector")
class PgVectorStoreTests extends VectorIndexContract {

    static PgVectorServer server;
    static PgVectorStore store;

    @BeforeAll
    static void start() throws IOException {
        server = PgVectorServer.start();
        store = new PgVectorStore(server.database, "test");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    VectorIndex index() {
        return store;
    }

    @Test
    void keepsNoTextAndNothingOfWhatIsRemoved() {
        var gone = note();
        put(List.of(gone));
        var jdbc = JdbcClient.create(server.database);
        var tables = jdbc.sql(
                        "select relname from pg_class where relname like 'windrose\\_passages\\_%' and relkind = 'r'")
                .query(String.class)
                .list();
        assertThat(tables).isNotEmpty();
        remove(tenant, List.of(gone));
        for (String table : tables) {
            assertThat(jdbc.sql("select cast(p as text) from %s p".formatted(table))
                            .query(String.class)
                            .list())
                    .noneMatch(row -> row.contains(gone.id().toString())
                            || row.contains(gone.source().toString()));
        }
        assertThat(jdbc.sql("select indexdef from pg_indexes where indexname like 'windrose%near'")
                        .query(String.class)
                        .list())
                .allMatch(index -> index.contains("hnsw"));
    }

    @Test
    void saysThatItDoesNotAnswer() {
        try (var none = new HikariDataSource()) {
            none.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/none");
            none.setConnectionTimeout(300);
            none.setInitializationFailTimeout(-1);
            assertThatThrownBy(() -> new PgVectorStore(none, "none").put(List.of(note())))
                    .isInstanceOf(AppException.class)
                    .hasMessageContaining("does not answer");
        }
    }
}
