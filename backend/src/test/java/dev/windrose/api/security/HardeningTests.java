package dev.windrose.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.ScopedClock;
import dev.windrose.platform.access.ApiTokens;
import dev.windrose.platform.access.NewApiToken;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@WindroseTest
class HardeningTests {

    @Test
    void refusesAnExpiredToken() {
        var workspace = Workspaces.fresh();
        Instant past = Instant.now().minus(Duration.ofHours(2));
        var issued = ActorScope.call(
                workspace.owner(),
                () -> ScopedClock.at(past, () -> Workspaces.bean(ApiTokens.class)
                        .issue(new NewApiToken(
                                "old",
                                Actor.ALL_SCOPES,
                                past.plusSeconds(60),
                                workspace.owner().person()))));

        bearer(workspace, issued.secret())
                .get()
                .uri("/api/v1/session")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void keepsAReadTokenFromWriting() {
        var workspace = Workspaces.fresh();
        var reader = bearer(workspace, token(workspace, Set.of("read")));

        reader.get().uri("/api/v1/workspace").exchange().expectStatus().isOk();
        reader.patch()
                .uri("/api/v1/workspace")
                .body(Map.of("name", "X"))
                .exchange()
                .expectStatus()
                .isForbidden();
        reader.patch()
                .uri("/api/v1/profile")
                .body(Map.of("name", "X"))
                .exchange()
                .expectStatus()
                .isForbidden();
        reader.post()
                .uri("/api/v1/tokens")
                .body(Map.of(
                        "name",
                        "more",
                        "scopes",
                        Set.of("read"),
                        "person_id",
                        workspace.owner().person().value()))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void keepsAnIntakeTokenFromReading() {
        var workspace = Workspaces.fresh();

        bearer(workspace, token(workspace, Set.of("intake")))
                .get()
                .uri("/api/v1/people")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void keepsAnIntakeTokenFromListening() {
        var workspace = Workspaces.fresh();

        workspace
                .bearer(token(workspace, Set.of("intake")))
                .get()
                .uri("/api/v1/live")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void refusesAnUnknownToken() {
        bearer(Workspaces.fresh(), "wr_made-up")
                .get()
                .uri("/api/v1/session")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void sendsStrictHeaders() {
        Workspaces.fresh()
                .http()
                .get()
                .uri("/api/v1/session")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("X-Frame-Options", "DENY")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectHeader()
                .valueMatches("Cache-Control", ".*no-store.*");
    }

    @Test
    void refusesALargeBody() {
        var workspace = Workspaces.fresh();
        String large = "{\"name\":\"" + "x".repeat((int) BodySizeFilter.LIMIT) + "\"}";

        workspace
                .http()
                .patch()
                .uri("/api/v1/workspace")
                .contentType(MediaType.APPLICATION_JSON)
                .body(large)
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too_large");
    }

    @Test
    void refusesALargeBodyOfUnknownLength() throws IOException {
        var workspace = Workspaces.fresh();

        assertThat(raw(
                        workspace,
                        """
                PATCH /api/v1/workspace HTTP/1.1
                Authorization: Bearer %s
                Content-Type: application/json
                Transfer-Encoding: chunked
                """.formatted(workspace.token()),
                        chunks("{\"name\":\"" + "x".repeat((int) BodySizeFilter.LIMIT) + "\"}")))
                .startsWith("HTTP/1.1 413")
                .contains("too_large");
    }

    @Test
    void takesNoStrangeRequestId() throws IOException {
        var workspace = Workspaces.fresh();

        assertThat(raw(workspace, "GET /api/v1/setup HTTP/1.1\nX-Request-Id: a\tb{\"level\":\"ERROR\"}\n", ""))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("level");
        assertThat(raw(workspace, "GET /api/v1/setup HTTP/1.1\nX-Request-Id: " + "a".repeat(65) + "\n", ""))
                .doesNotContain("aaaa");
        assertThat(raw(workspace, "GET /api/v1/setup HTTP/1.1\nX-Request-Id: build-7.1\n", ""))
                .contains("X-Request-Id: build-7.1");
    }

    @Test
    void opensHealthToEverybodyAndMetricsToThisMachine() {
        var anonymous = Workspaces.fresh().anonymous();

        anonymous.get().uri("/actuator/health").exchange().expectStatus().isOk();
        anonymous.get().uri("/actuator/prometheus").exchange().expectStatus().isOk();
        anonymous
                .get()
                .uri("/actuator/prometheus")
                .header("X-Forwarded-For", "127.0.0.1")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void findsNoWayAroundTheSignIn() throws IOException {
        var workspace = Workspaces.fresh();
        for (String path : Set.of(
                "/api/v1/people/",
                "//api/v1/people",
                "/api/v1/../v1/people",
                "/api/v1/people;x=1",
                "/api//v1/people",
                "/%61pi/v1/people",
                "/api/v1/setup/../people",
                "/api/v1/links/../people",
                "/API/v1/people",
                "/./api/v1/people")) {
            assertThat(raw(workspace, "GET " + path + " HTTP/1.1\n", ""))
                    .as(path)
                    .doesNotContain(workspace.email())
                    .containsPattern("^HTTP/1.1 (400|401|404)");
        }
    }

    private static String token(TestWorkspace workspace, Set<String> scopes) {
        return ActorScope.call(workspace.owner(), () -> Workspaces.bean(ApiTokens.class)
                        .issue(new NewApiToken(
                                "some", scopes, null, workspace.owner().person())))
                .secret();
    }

    private static RestTestClient bearer(TestWorkspace workspace, String token) {
        return RestTestClient.bindToServer()
                .baseUrl(workspace.baseUrl())
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
    }

    private static String raw(TestWorkspace workspace, String head, String body) throws IOException {
        var address = URI.create(workspace.baseUrl());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            String request = head.replace("\n", "\r\n") + "Host: " + address.getAuthority()
                    + "\r\nConnection: close\r\n\r\n" + body;
            Thread.ofVirtual().start(() -> {
                try {
                    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                    socket.getOutputStream().flush();
                } catch (IOException e) {
                    // The server may answer and close before it has read everything.
                    assertThat(e).isNotNull();
                }
            });
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String chunks(String body) {
        return Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
    }
}
