package dev.windrose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.access.DemoWorkspace;
import dev.windrose.platform.postgres.DatabaseBootstrap;
import dev.windrose.platform.process.ClaimDataFolder;
import dev.windrose.platform.settings.ReadSettings;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A whole start with {@code --demo} on an empty folder. */
@Tag("slow")
class DemoStartTests {

    @TempDir
    static Path folder;

    @Test
    void fillsTheDemoWorkspaceAndPrintsAWayIn() throws Exception {
        try (var application = start()) {
            assertThat(Files.readString(folder.resolve("greeting")))
                    .containsPattern("sign-in\\?token=|demo@windrose.example");
            RestTestClient.bindToServer()
                    .baseUrl("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port"))
                    .build()
                    .get()
                    .uri("/actuator/health")
                    .exchange()
                    .expectStatus()
                    .isOk();
            assertThat(companies(application)).isPositive();
        }
    }

    private static long companies(ConfigurableApplicationContext application) {
        var owner = application.getBean(DemoWorkspace.class).owner().orElseThrow();
        return ActorScope.call(owner, () -> application
                .getBean(Records.class)
                .query(RecordQuery.of("company").limit(500))
                .size());
    }

    private static ConfigurableApplicationContext start() {
        var application = new SpringApplication(Windrose.class);
        application.addInitializers(new ReadSettings(), new ClaimDataFolder(), new DatabaseBootstrap());
        return application.run(
                "--windrose.data=" + folder, "--windrose.port=0", "--windrose.postgres-port=0", "--windrose.demo=true");
    }
}
