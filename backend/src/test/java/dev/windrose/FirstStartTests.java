package dev.windrose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.postgres.DatabaseBootstrap;
import dev.windrose.platform.process.ClaimDataFolder;
import dev.windrose.platform.settings.ReadSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A whole first start on an empty folder, behind a proxy that ends https. */
@Tag("slow")
class FirstStartTests {

    private static final String EMAIL = "first.owner@windrose.example";

    @TempDir
    static Path folder;

    @Test
    void setsUpTheWorkspaceByThePrintedLinkOnce() throws IOException {
        try (var application = start()) {
            var http = RestTestClient.bindToServer()
                    .baseUrl("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port"))
                    .defaultHeader("X-Forwarded-For", "203.0.113.7")
                    .defaultHeader("X-Forwarded-Proto", "https")
                    .build();
            var link = Pattern.compile("https://crm\\.windrose\\.example/setup\\?token=(\\S+)")
                    .matcher(Files.readString(folder.resolve("greeting")));
            assertThat(link.find()).as("the greeting holds the set-up link").isTrue();

            http.get()
                    .uri("/api/v1/setup")
                    .exchange()
                    .expectBody()
                    .jsonPath("$.open")
                    .isEqualTo(true);
            setUp(http, "made-up").expectStatus().isNotFound();
            http.get()
                    .uri("/api/v1/setup")
                    .exchange()
                    .expectBody()
                    .jsonPath("$.open")
                    .isEqualTo(true);
            var cookies = setUp(http, link.group(1))
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.person.email")
                    .isEqualTo(EMAIL)
                    .jsonPath("$.workspace.base_currency")
                    .isEqualTo("EUR")
                    .returnResult()
                    .getResponseHeaders()
                    .get("Set-Cookie");
            setUp(http, link.group(1)).expectStatus().isEqualTo(409);

            assertThat(cookies).hasSize(2).allSatisfy(cookie -> assertThat(cookie)
                    .contains("Secure"));
            http.get()
                    .uri("/api/v1/setup")
                    .exchange()
                    .expectHeader()
                    .exists("Strict-Transport-Security")
                    .expectBody()
                    .jsonPath("$.open")
                    .isEqualTo(false);
            http.get()
                    .uri("/actuator/prometheus")
                    .header("X-Forwarded-For", "127.0.0.1")
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
        assertThat(Files.readString(folder.resolve("logs/windrose.json")))
                .contains("\"path\":\"/api/v1/setup\"", "\"request_id\":\"", "\"status\":200")
                .doesNotContain(EMAIL)
                .doesNotContain("First Owner");
    }

    private static RestTestClient.ResponseSpec setUp(RestTestClient http, String token) {
        return http.post()
                .uri("/api/v1/setup")
                .body(Map.of(
                        "token", token,
                        "workspace", Map.of("name", "First", "base_currency", "EUR", "time_zone", "Europe/Berlin"),
                        "owner", Map.of("name", "First Owner", "email", EMAIL, "password", "correct horse battery")))
                .exchange();
    }

    private static ConfigurableApplicationContext start() {
        var application = new SpringApplication(Windrose.class);
        application.addInitializers(new ReadSettings(), new ClaimDataFolder(), new DatabaseBootstrap());
        return application.run(
                "--windrose.data=" + folder,
                "--windrose.port=0",
                "--windrose.postgres-port=0",
                "--windrose.public-url=https://crm.windrose.example/");
    }
}
