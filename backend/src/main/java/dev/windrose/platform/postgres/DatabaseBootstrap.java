package dev.windrose.platform.postgres;

import dev.windrose.platform.settings.ReadSettings;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Before any bean exists: begins to start the embedded PostgreSQL unless {@code windrose.database-url} names another one. Meanwhile Spring
 * reads what the application is made of; {@link AwaitDatabase} then hands both connections (owner for migrations, application for work) to it.
 */
public final class DatabaseBootstrap implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String APP_ROLE = DatabaseAccess.APP_ROLE;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> properties = new HashMap<>();
        // Some configurations ask whether there is an address before there is one.
        properties.put("spring.datasource.url", "");
        properties.put("spring.flyway.url", "");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("database", properties));
        var opening = OpeningDatabase.begin(ReadSettings.from(context.getEnvironment()), properties);
        context.getBeanFactory().registerSingleton(OpeningDatabase.BEAN, opening);
    }
}
