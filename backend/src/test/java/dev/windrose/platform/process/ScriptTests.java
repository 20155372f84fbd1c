package dev.windrose.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Starts, kills and stops the real thing. Needs a build, so it runs with {@code ./windrose test}. */
@EnabledIfEnvironmentVariable(named = "WINDROSE_BUILT", matches = "1")
class ScriptTests {

    private static final String OWNER = "ada@meridian.example";

    @TempDir
    Path folder;

    @TempDir
    Path files;

    private final HttpClient http = HttpClient.newHttpClient();
    private Script script;

    @BeforeEach
    void prepare() {
        script = new Script(folder);
    }

    @AfterEach
    void stop() {
        script.discard();
    }

    @Test
    void keepsWhatItAcknowledgedWhenItIsKilledAndGivesItBackFromABackup() throws Exception {
        var up = script.run("up", "--detach", "--port", "0");
        assertThat(up.exitCode()).as(up.complaint()).isZero();
        setUp(up.output());
        var token = script.run("token", "--email", OWNER);
        assertThat(token.output()).matches("wr_\\S+\n");
        var acknowledged = writeUntilKilled(token.output().strip());
        assertThat(script.serverRuns()).isTrue();

        assertThat(script.run("up", "--detach", "--port", "0").exitCode()).isZero();
        for (String id : acknowledged) {
            assertThat(send("GET", "/companies/" + id, token.output().strip(), "")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(send("GET", "/companies?count=true&limit=1", token.output().strip(), "")
                        .body())
                .contains("\"total\"");
        Path backup = files.resolve("workspace.backup");
        var backedUp = script.run("backup", backup.toString());
        assertThat(backedUp.exitCode()).as(backedUp.complaint()).isZero();

        script.killProcess();
        assertThat(script.run("token", "--email", OWNER).output())
                .as("a token while nothing runs")
                .matches("wr_\\S+\n");
        assertThat(script.run("down").exitCode()).isZero();
        assertThat(script.serverRuns()).isFalse();

        script = new Script(files.resolve("elsewhere"));
        var restored = script.run("restore", backup.toString());
        assertThat(restored.exitCode()).as(restored.complaint()).isZero();
        assertThat(script.run("up", "--detach", "--port", "0").exitCode()).isZero();
        for (String id : acknowledged) {
            assertThat(send("GET", "/companies/" + id, token.output().strip(), "")
                            .statusCode())
                    .isEqualTo(200);
        }
        var verified = script.run("verify");
        assertThat(verified.exitCode()).as(verified.output()).isZero();
        assertThat(verified.output()).endsWith("The audit log is whole.\n");
    }

    @Test
    void refusesInOneSentence() throws Exception {
        Files.writeString(folder.resolve("windrose.yml"), "windrose: [");
        assertRefused(script.run("up", "--detach"), "not readable YAML");
        Files.delete(folder.resolve("windrose.yml"));
        Files.writeString(folder.resolve("format"), "99\n");
        assertRefused(script.run("up", "--detach"), "newer Windrose");
        Files.delete(folder.resolve("format"));
        assertRefused(script.run("up", "--port"), "needs a value");
        try (var ignored = DataFolder.claim(folder)) {
            assertRefused(script.run("up", "--detach"), "in use by another Windrose process");
        }
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(script.run("up", "--detach", "--port", "" + busy.getLocalPort()), "cannot be used");
        }
    }

    private static void assertRefused(Script.Outcome outcome, String reason) {
        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.complaint().strip().lines())
                .hasSize(1)
                .first()
                .asString()
                .contains(reason);
    }

    private void setUp(String greeting) throws IOException, InterruptedException {
        String token = greeting.replaceFirst("(?s).*/setup\\?token=(\\S+).*", "$1");
        var answer = send("POST", "/setup", "", """
                {"token": "%s", "workspace": {"name": "Meridian", "base_currency": "EUR", "time_zone": "UTC", "week_start": "monday",
                 "fiscal_year_start_month": 1}, "owner": {"name": "Ada Quill", "email": "%s", "password": "a long enough pass phrase"}}
                """.formatted(token, OWNER));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Several writers at once; the process is killed in the middle of their work. */
    private List<String> writeUntilKilled(String token) throws InterruptedException {
        var acknowledged = new CopyOnWriteArrayList<String>();
        String address = script.address();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 4; writer++) {
                writers.submit(() -> write(address, token, acknowledged));
            }
            for (int round = 0; round < 600 && acknowledged.size() < 60; round++) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            script.killProcess();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(60);
        return acknowledged;
    }

    private void write(String address, String token, List<String> acknowledged) {
        try {
            for (int n = 0; n < 10_000; n++) {
                var answer = send(address, "POST", "/companies", token, "{\"name\": \"Kept %d\"}".formatted(n));
                if (answer.statusCode() == 201) {
                    acknowledged.add(answer.body().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1"));
                }
            }
        } catch (IOException e) {
            // The process has been killed, as this test wants.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> send(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        return send(script.address(), method, path, token, body);
    }

    private HttpResponse<String> send(String address, String method, String path, String token, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
