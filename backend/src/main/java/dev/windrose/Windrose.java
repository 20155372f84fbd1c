package dev.windrose;

import dev.windrose.platform.postgres.DatabaseBootstrap;
import dev.windrose.platform.process.ClaimDataFolder;
import dev.windrose.platform.settings.ReadSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The one process: embedded database, web application, API. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Windrose {

    public static void main(String[] args) {
        var application = new SpringApplication(Windrose.class);
        application.addInitializers(new ReadSettings(), new ClaimDataFolder(), new DatabaseBootstrap());
        try {
            application.run(args);
        } catch (RuntimeException e) {
            // The reason has been printed by Spring's failure reporters, of which PrintOneSentence is one.
            System.exit(1);
        }
    }
}
