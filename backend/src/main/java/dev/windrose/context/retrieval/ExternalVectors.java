package dev.windrose.context.retrieval;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.windrose.platform.outside.OutsideHosts;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The index for vectors outside of this process, if one was set up. */
@Component
class ExternalVectors implements DisposableBean {

    private final @Nullable KeptVectors index;
    private @Nullable HikariDataSource database;

    ExternalVectors(VectorSettings settings, OutsideHosts hosts) {
        boolean postgres = VectorSettings.given(settings.pgvectorUrl());
        boolean pinecone = VectorSettings.given(settings.pineconeHost());
        if (postgres && pinecone) {
            throw new IllegalStateException(
                    "Vectors are searched in one place: set WINDROSE_VECTORS_PGVECTOR_URL or WINDROSE_VECTORS_PINECONE_HOST, not both.");
        }
        if (postgres) {
            database = database(settings);
            index = new PgVectorStore(database, String.valueOf(settings.pgvectorUrl()));
        } else if (pinecone) {
            index = new Pinecone(
                    String.valueOf(settings.pineconeHost()), String.valueOf(settings.pineconeApiKey()), hosts);
        } else {
            index = null;
        }
    }

    /** It need not answer while the process starts. */
    private static HikariDataSource database(VectorSettings settings) {
        var config = new HikariConfig();
        config.setPoolName("vectors");
        config.setJdbcUrl(settings.pgvectorUrl());
        config.setUsername(settings.pgvectorUser());
        config.setPassword(settings.pgvectorPassword());
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        return new HikariDataSource(config);
    }

    Optional<KeptVectors> index() {
        return Optional.ofNullable(index);
    }

    @Override
    public void destroy() {
        if (database != null) {
            database.close();
        }
    }
}
