package dev.windrose.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.windrose.Windrose;
import dev.windrose.platform.backup.RestoreBackup;
import dev.windrose.platform.backup.WriteBackup;
import dev.windrose.platform.process.ClaimDataFolder;
import dev.windrose.platform.settings.ProcessSettings;
import dev.windrose.platform.settings.ReadSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The whole application on a PostgreSQL that somebody else runs, as an owner that is no superuser. */
@Tag("slow")
class ExternalServerTests {

    private static final Path DEBIAN_15 = Path.of("/usr/lib/postgresql/15");

    @TempDir
    Path folder;

    private String token = "";
    private String company = "";

    @Test
    void worksOnTheOldestVersionThatIsSupported() throws Exception {
        assumeTrue(Files.isExecutable(DEBIAN_15.resolve("bin/postgres")), "PostgreSQL 15 is not installed");
        try (var server = Server.start(folder.resolve("server"), DEBIAN_15)) {
            isSetUpUsedAndStartedElsewhere(server, 15);
            server.run("create database other owner keeper");
            isRestored(server, url(server, "other"));
        }
    }

    @Test
    void worksOnTheNewestVersion() throws Exception {
        Path home = Files.createDirectories(folder.resolve("server"));
        try (var server = Server.start(home, PostgresBinaries.unpackOnce(home))) {
            isSetUpUsedAndStartedElsewhere(server, 18);
            isRestored(server, null);
        }
    }

    private void isSetUpUsedAndStartedElsewhere(Server server, int version) throws Exception {
        assertThat(server.prepare()).isEqualTo(version);
        try (var application = application(server, "data")) {
            token = setUp(application);
            company = id(http(application, token)
                    .post()
                    .uri("/api/v1/companies")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("name", "Northwind Paper"))
                    .exchange());
            http(application, token)
                    .post()
                    .uri("/api/v1/companies/query")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of(
                            "filter",
                            Map.of("field", "name", "op", "starts_with", "value", "north"),
                            "sort",
                            List.of("-updated_at"),
                            "count",
                            true))
                    .exchange()
                    .expectBody()
                    .jsonPath("$.total")
                    .isEqualTo(1);
        }
        // Another machine: its folder knows nothing of the first.
        try (var application = application(server, "elsewhere")) {
            var http = http(application, token);
            http.patch()
                    .uri("/api/v1/companies/" + company)
                    .header("If-Match", "\"1\"")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("industry_vertical", "Paper"))
                    .exchange()
                    .expectStatus()
                    .isOk();
            http.get()
                    .uri("/api/v1/companies/" + company + "/history")
                    .exchange()
                    .expectBody()
                    .jsonPath("$.data.length()")
                    .isEqualTo(2);
        }
    }

    /** @param url null for a server that Windrose runs itself */
    private void isRestored(Server server, @Nullable String url) throws Exception {
        Path file = folder.resolve("workspace.backup");
        WriteBackup.to(file, settings("elsewhere", url(server, "crm")), Clock.systemUTC());
        var target = settings("restored", url);
        RestoreBackup.from(file, target);
        assertThatThrownBy(() -> RestoreBackup.from(file, settings("again", url(server, "crm"))))
                .hasMessageContaining("is not empty");
        try (var application = url == null ? application("restored") : application("restored", url)) {
            var http = http(application, token);
            http.get()
                    .uri("/api/v1/companies/" + company + "/history")
                    .exchange()
                    .expectBody()
                    .jsonPath("$.data.length()")
                    .isEqualTo(2);
            http.post()
                    .uri("/api/v1/interactions")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of(
                            "company_id", company, "subject", "Call", "date", "2026-02-03", "interaction_type", "call"))
                    .exchange()
                    .expectStatus()
                    .isCreated();
            assertThat(lastContact(http)).as("events go on").contains("2026-02-03");
        }
    }

    private String lastContact(RestTestClient http) throws InterruptedException {
        String found = "";
        for (int round = 0; round < 200 && !found.contains("\"last_contact_date\":\"2026-02-03\""); round++) {
            Thread.sleep(100);
            var body = http.get()
                    .uri("/api/v1/companies/" + company)
                    .exchange()
                    .expectBody()
                    .returnResult()
                    .getResponseBody();
            found = new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
        }
        return found;
    }

    private ProcessSettings settings(String data, @Nullable String url) {
        return new ProcessSettings(0, "127.0.0.1", null, folder.resolve(data), url, 0, "windrose", false);
    }

    private static String url(Server server, String database) {
        return "postgresql://keeper:secret@127.0.0.1:%d/%s".formatted(server.port(), database);
    }

    private ConfigurableApplicationContext application(Server server, String data) {
        return application(data, url(server, "crm"));
    }

    private ConfigurableApplicationContext application(String data, String... url) {
        var application = new SpringApplication(Windrose.class);
        application.addInitializers(new ReadSettings(), new ClaimDataFolder(), new DatabaseBootstrap());
        var arguments = new ArrayList<>(
                List.of("--windrose.data=" + folder.resolve(data), "--windrose.port=0", "--windrose.postgres-port=0"));
        List.of(url).forEach(one -> arguments.add("--windrose.database-url=" + one));
        return application.run(arguments.toArray(String[]::new));
    }

    private String setUp(ConfigurableApplicationContext application) throws IOException {
        var link = Pattern.compile("setup\\?token=(\\S+)").matcher(Files.readString(folder.resolve("data/greeting")));
        assertThat(link.find()).isTrue();
        var answer = RestTestClient.bindToServer()
                .baseUrl(address(application))
                .build()
                .post()
                .uri("/api/v1/setup")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "token", link.group(1),
                        "workspace", Map.of("name", "First", "base_currency", "EUR", "time_zone", "Europe/Berlin"),
                        "owner",
                                Map.of(
                                        "name",
                                        "Owen Owner",
                                        "email",
                                        "owen@windrose.example",
                                        "password",
                                        "correct horse battery")))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
        var session = answer.getResponseCookies().getFirst("WINDROSE_SESSION").getValue();
        var csrf = answer.getResponseCookies().getFirst("XSRF-TOKEN").getValue();
        var issued = RestTestClient.bindToServer()
                .baseUrl(address(application))
                .build()
                .post()
                .uri("/api/v1/tokens")
                .cookie("WINDROSE_SESSION", session)
                .cookie("XSRF-TOKEN", csrf)
                .header("X-XSRF-TOKEN", csrf)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("name", "test", "scopes", List.of("read", "write")))
                .exchange()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(issued.get("token"));
    }

    private static RestTestClient http(ConfigurableApplicationContext application, String token) {
        return RestTestClient.bindToServer()
                .baseUrl(address(application))
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
    }

    private static String id(RestTestClient.ResponseSpec answer) {
        return String.valueOf(answer.expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("id"));
    }

    private static String address(ConfigurableApplicationContext application) {
        return "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
    }

    /** A server of the given programs with the settings it comes with. */
    private record Server(ServerPrograms programs, Path data, Process process, int port) implements AutoCloseable {

        static Server start(Path home, Path installed) throws IOException, InterruptedException {
            Files.createDirectories(home);
            var user = ServerUser.choose();
            user.openWay(home);
            var programs = new ServerPrograms(home, installed, user);
            Path data = home.resolve("data");
            Path password = Files.writeString(home.resolve("password"), "super");
            user.own(home);
            assertThat(programs.run(
                            "initdb",
                            "-D",
                            data.toString(),
                            "-U",
                            "postgres",
                            "-A",
                            "scram-sha-256",
                            "--pwfile=" + password,
                            "--locale=C",
                            "-E",
                            "UTF8"))
                    .isZero();
            int port = FreePort.near(0);
            var process = programs.serve(List.of(
                    "-D",
                    data.toString(),
                    "-p",
                    "" + port,
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    "unix_socket_directories="));
            return new Server(programs, data, process, port);
        }

        /** An owner without the rights of a superuser, and its database. */
        int prepare() throws SQLException, InterruptedException {
            try (var connection = await();
                    var statement = connection.createStatement()) {
                statement.execute("create role keeper login createrole bypassrls password 'secret'");
                statement.execute("create database crm owner keeper");
                return connection.getMetaData().getDatabaseMajorVersion();
            }
        }

        void run(String sql) throws SQLException, InterruptedException {
            try (var connection = await();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        private Connection await() throws SQLException, InterruptedException {
            String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
            for (int round = 0; ; round++) {
                try {
                    return DriverManager.getConnection(url, "postgres", "super");
                } catch (SQLException e) {
                    if (round == 200) {
                        throw e;
                    }
                    Thread.sleep(100);
                }
            }
        }

        @Override
        public void close() throws IOException, InterruptedException {
            programs.run("pg_ctl", "stop", "-D", data.toString(), "-m", "immediate", "-w");
            process.waitFor();
        }
    }
}
