package dev.windrose.platform.postgres;

import dev.windrose.platform.settings.ProcessSettings;
import dev.windrose.platform.settings.ReadSettings;
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

    public static final String APP_ROLE = DatabaseAccess.APP_ROLE;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = ReadSettings.from(context.getEnvironment());
        var database = OpenDatabase.open(settings);
        if (database.server() != null) {
            context.getBeanFactory().registerSingleton("embeddedPostgres", database.server());
        }
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("database", properties(database.access(), settings)));
    }

    private static Map<String, Object> properties(DatabaseAccess access, ProcessSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("spring.datasource.url", access.url());
        properties.put("spring.datasource.username", APP_ROLE);
        properties.put("spring.datasource.password", access.applicationPassword());
        properties.put("spring.flyway.url", access.url());
        properties.put("spring.flyway.user", access.owner());
        properties.put("spring.flyway.password", access.ownerPassword());
        properties.put("spring.flyway.placeholders.appRole", APP_ROLE);
        properties.put("spring.flyway.placeholders.importerRole", DatabaseAccess.IMPORTER_ROLE);
        return properties;
    }
}
