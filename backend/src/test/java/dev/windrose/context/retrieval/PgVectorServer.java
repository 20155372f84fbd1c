package dev.windrose.context.retrieval;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real PostgreSQL with pgvector, compiled for Node and served on this machine. It serves one connection. */
final class PgVectorServer implements AutoCloseable {

    private static final Path FOLDER = Path.of("src/test/pgvector");

    final HikariDataSource database;
    private final Process process;

    private PgVectorServer(Process process, String port) {
        this.process = process;
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:%s/postgres?sslmode=disable".formatted(port));
        config.setUsername("postgres");
        config.setPassword("postgres");
        config.setMaximumPoolSize(1);
        this.database = new HikariDataSource(config);
    }

    /** Whether its packages are installed: {@code npm install} in the folder. */
    static boolean installed() {
        return Files.isDirectory(FOLDER.resolve("node_modules/@electric-sql/pglite-pgvector"));
    }

    static PgVectorServer start() throws IOException {
        var process = new ProcessBuilder("node", "serve.mjs")
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("port ")) {
                return new PgVectorServer(process, line.substring(5).strip());
            }
        }
        process.destroy();
        throw new IOException("The database for vectors did not start.");
    }

    @Override
    public void close() {
        database.close();
        process.destroy();
    }
}
