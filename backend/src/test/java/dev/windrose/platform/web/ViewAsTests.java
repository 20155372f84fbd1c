package dev.windrose.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Actor;
import dev.windrose.platform.Role;
import dev.windrose.platform.ScopedClock;
import dev.windrose.platform.access.Authentication;
import dev.windrose.testing.Browser;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.EntityExchangeResult;

@WindroseTest
class ViewAsTests {

    private static final String PASSWORD = "correct horse battery";

    private TestWorkspace workspace;
    private Actor mara;

    @BeforeEach
    void fill() {
        workspace = Workspaces.fresh(PASSWORD);
        mara = workspace.person("Mara Lind", Role.MEMBER);
    }

    @Test
    void showsWhatAColleagueSeesAndChangesNothing() {
        var owner = signedIn();
        owner.send(
                HttpMethod.PUT,
                "/api/v1/access/rules",
                Map.of(
                        "rules",
                        List.of(Map.of(
                                "record_type", "company", "role", "member", "read", "private", "write", "private"))));
        owner.send(HttpMethod.POST, "/api/v1/companies", Map.of("name", "Fernweh Tools"));
        assertThat(body(owner.get("/api/v1/companies"))).contains("Fernweh");

        assertThat(view(owner, mara).getStatus().value()).isEqualTo(204);

        assertThat(body(owner.get("/api/v1/session")))
                .contains("\"viewing_as\":{", "Mara Lind", "\"until\":\"")
                .doesNotContain("company.update", "people.manage");
        assertThat(body(owner.get("/api/v1/companies"))).doesNotContain("Fernweh");
        assertThat(body(owner.send(HttpMethod.POST, "/api/v1/companies/query", Map.of())))
                .contains("\"data\":[]");
        assertThat(body(owner.send(HttpMethod.POST, "/api/v1/search", Map.of("q", "Fernweh", "mode", "full"))))
                .contains("\"groups\":[]");
        var refused = owner.send(HttpMethod.POST, "/api/v1/companies", Map.of("name", "Nordlicht"));
        assertThat(refused.getStatus().value()).isEqualTo(403);
        assertThat(body(refused)).contains("You see the workspace as Mara Lind");
        assertThat(owner.send(HttpMethod.PATCH, "/api/v1/profile", Map.of("title", "X"))
                        .getStatus()
                        .value())
                .isEqualTo(403);

        assertThat(owner.send(HttpMethod.DELETE, "/api/v1/session/view-as", null)
                        .getStatus()
                        .value())
                .isEqualTo(204);
        assertThat(body(owner.get("/api/v1/session"))).contains("people.manage").doesNotContain("viewing_as\":{");
        assertThat(body(owner.get("/api/v1/audit"))).contains("view_as_started", "view_as_ended");
    }

    @Test
    void tellsThatItEndedByItself() {
        var owner = signedIn();
        view(owner, mara);
        var secret = Objects.requireNonNull(owner.cookie("WINDROSE_SESSION"));
        var later = Instant.now().plus(Duration.ofHours(1));
        var authentication = Workspaces.bean(Authentication.class);
        assertThat(ScopedClock.at(later, () -> authentication.bySession(secret).orElseThrow())
                        .viewedBySomebodyElse())
                .isFalse();
        ScopedClock.at(later.plusSeconds(5), () -> authentication.bySession(secret));
        assertThat(body(owner.get("/api/v1/audit")).split("Ended by itself", -1))
                .hasSize(2);
    }

    @Test
    void isForAdministratorsAndNotForTokens() {
        workspace
                .http()
                .post()
                .uri("/api/v1/session/view-as")
                .body(Map.of("person_id", Objects.requireNonNull(mara.person()).value()))
                .exchange()
                .expectStatus()
                .isForbidden();
        workspace
                .httpOf(mara)
                .post()
                .uri("/api/v1/session/view-as")
                .body(Map.of("person_id", Objects.requireNonNull(mara.person()).value()))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void keepsWhatColleaguesKnowOfAPerson() {
        var id = Objects.requireNonNull(mara.person()).value();
        var known = Map.of(
                "skills", List.of("Pricing", " Optics "),
                "languages", List.of("German"),
                "absences", List.of(Map.of("from", "2027-01-04", "to", "2027-01-08")));
        workspace
                .http()
                .patch()
                .uri("/api/v1/people/" + id)
                .body(known)
                .exchange()
                .expectStatus()
                .isOk();
        workspace
                .http()
                .patch()
                .uri("/api/v1/people/" + id)
                .body(Map.of("title", "Account manager"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.skills[1]")
                .isEqualTo("Optics")
                .jsonPath("$.absences[0].to")
                .isEqualTo("2027-01-08");
        workspace
                .http()
                .patch()
                .uri("/api/v1/people/" + id)
                .body(Map.of("absences", List.of(Map.of("from", "2027-01-04", "to", "2027-01-01"))))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private Browser signedIn() {
        var browser = new Browser(workspace.baseUrl());
        browser.signIn(workspace.email(), PASSWORD);
        return browser;
    }

    private static EntityExchangeResult<byte[]> view(Browser browser, Actor person) {
        return browser.send(
                HttpMethod.POST,
                "/api/v1/session/view-as",
                Map.of("person_id", Objects.requireNonNull(person.person()).value()));
    }

    private static String body(EntityExchangeResult<byte[]> result) {
        return new String(Objects.requireNonNullElse(result.getResponseBody(), new byte[0]), StandardCharsets.UTF_8);
    }
}
