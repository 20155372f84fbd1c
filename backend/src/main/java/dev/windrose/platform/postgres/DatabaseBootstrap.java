package dev.windrose.platform.postgres;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Before any bean exists: starts the embedded PostgreSQL unless {@code windrose.database-url} names another one, makes the database and the
 * application role, and hands both connections (owner for migrations, application for work) to Spring.
 */
public final class DatabaseBootstrap implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String APP_ROLE = "windrose_app";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        Path folder = Path.of(environment.getProperty("windrose.data", System.getProperty("user.home") + "/.windrose"));
        String database = environment.getProperty("windrose.database-name", "windrose");
        try {
            var postgres = EmbeddedPostgres.start(folder.resolve("postgres"), environment.getProperty("windrose.postgres-port", Integer.class, 54329));
            context.getBeanFactory().registerSingleton("embeddedPostgres", postgres);
            String server = "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/";
            String appPassword = postgres.password() + "a";
            prepare(server, postgres.password(), database, appPassword);
            Map<String, Object> properties = new HashMap<>();
            properties.put("spring.datasource.url", server + database);
            properties.put("spring.datasource.username", APP_ROLE);
            properties.put("spring.datasource.password", appPassword);
            properties.put("spring.flyway.url", server + database);
            properties.put("spring.flyway.user", "postgres");
            properties.put("spring.flyway.password", postgres.password());
            properties.put("spring.flyway.placeholders.appRole", APP_ROLE);
            environment.getPropertySources().addFirst(new MapPropertySource("database", properties));
        } catch (Exception e) {
            throw new IllegalStateException("The database could not be started: " + e.getMessage(), e);
        }
    }

    private static void prepare(String server, String password, String database, String appPassword) throws SQLException {
        try (var connection = DriverManager.getConnection(server + "postgres", "postgres", password);
                var statement = connection.createStatement()) {
            try (var row = statement.executeQuery("select 1 from pg_roles where rolname = '" + APP_ROLE + "'")) {
                if (!row.next()) {
                    statement.execute("create role " + APP_ROLE + " login nosuperuser nobypassrls");
                }
            }
            statement.execute("alter role " + APP_ROLE + " password '" + appPassword + "'");
            try (var row = statement.executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
                if (!row.next()) {
                    statement.execute("create database " + database);
                }
            }
        }
    }
}
