package dev.windrose.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Actor;
import dev.windrose.platform.Role;
import dev.windrose.platform.ScopedClock;
import dev.windrose.testing.Browser;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpMethod;

/** A look with other eyes ends on time, whether or not somebody asks for something. */
@WindroseTest
class EndViewsTests {

    private static final String PASSWORD = "correct horse battery";

    private TestWorkspace workspace;
    private Actor mara;
    private Browser owner;

    @BeforeEach
    void look() {
        workspace = Workspaces.fresh(PASSWORD);
        mara = workspace.person("Mara Lind", Role.MEMBER);
        owner = new Browser(workspace.baseUrl());
        owner.signIn(workspace.email(), PASSWORD);
        owner.send(
                HttpMethod.POST,
                "/api/v1/session/view-as",
                Map.of("person_id", Objects.requireNonNull(mara.person()).value()));
    }

    @Test
    void isToldOnceWithoutARequest() {
        var views = Workspaces.bean(EndViews.class);
        views.end();
        assertThat(endings()).isZero();
        var later = Instant.now().plus(Duration.ofHours(1));
        ScopedClock.at(later, () -> {
            views.end();
            views.end();
            return true;
        });
        assertThat(endings()).isEqualTo(1);
    }

    @Test
    @Timeout(60)
    void closesTheOpenStream() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(workspace.baseUrl() + "/api/v1/live"))
                    .header("Cookie", "WINDROSE_SESSION=" + owner.cookie("WINDROSE_SESSION"));
            var lines = client.send(request.build(), HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .iterator();
            assertThat(next(lines)).isEqualTo("event:ping");
            var later = Instant.now().plus(Duration.ofHours(1));
            ScopedClock.at(later, () -> {
                Workspaces.bean(EndViews.class).end();
                return true;
            });
            workspace
                    .http()
                    .post()
                    .uri("/api/v1/companies")
                    .body(Map.of("name", "Fernweh"))
                    .exchange();
            var told = new ArrayList<String>();
            lines.forEachRemaining(told::add);
            assertThat(told).noneMatch(line -> line.contains("record_changed"));
        }
    }

    private static String next(Iterator<String> lines) {
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith("event:")) {
                return line;
            }
        }
        throw new AssertionError("The stream ended.");
    }

    private long endings() {
        var found = workspace
                .http()
                .get()
                .uri("/api/v1/audit")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(found), StandardCharsets.UTF_8).split("Ended by itself", -1).length
                - 1;
    }
}
