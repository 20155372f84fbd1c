package dev.windrose.testing;

import dev.windrose.platform.postgres.DatabaseBootstrap;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A fresh database on the server kept in the build folder. */
class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "windrose.data=" + Path.of("target/test-data").toAbsolutePath(),
                        "windrose.postgres-port=0",
                        "windrose.database-name=test_" + Long.toString(System.nanoTime(), 36))
                .applyTo(context);
        new DatabaseBootstrap().initialize(context);
        Workspaces.use(context);
    }
}
