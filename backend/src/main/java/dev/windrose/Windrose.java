package dev.windrose;

import dev.windrose.platform.postgres.DatabaseBootstrap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one process: embedded database, web application, API. */
@SpringBootApplication
public class Windrose {

    public static void main(String[] args) {
        var application = new SpringApplication(Windrose.class);
        application.addInitializers(new DatabaseBootstrap());
        application.run(args);
    }
}
