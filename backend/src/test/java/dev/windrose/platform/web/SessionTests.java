package dev.windrose.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.Browser;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.EntityExchangeResult;

@WindroseTest
class SessionTests {

    private static final String PASSWORD = "correct horse battery";

    @Test
    void signsInAndShowsWhoIsThere() {
        var workspace = Workspaces.fresh(PASSWORD);
        var browser = new Browser(workspace.baseUrl());

        var answer = browser.signIn(workspace.email().toUpperCase(java.util.Locale.ROOT), PASSWORD);

        assertThat(answer.getStatus().value()).isEqualTo(200);
        assertThat(text(answer))
                .contains(
                        "\"email\":\"" + workspace.email(),
                        "\"base_currency\":\"USD\"",
                        "people.manage",
                        "\"role\":\"owner\"");
        assertThat(text(browser.get("/api/v1/session"))).contains(workspace.email());
    }

    @Test
    void hidesTheSessionFromScriptsAndShowsThemTheCsrfToken() {
        var workspace = Workspaces.fresh(PASSWORD);

        var cookies = new Browser(workspace.baseUrl())
                .signIn(workspace.email(), PASSWORD)
                .getResponseHeaders()
                .get("Set-Cookie");

        assertThat(cookies).anySatisfy(cookie -> assertThat(cookie)
                .startsWith("WINDROSE_SESSION=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure"));
        assertThat(cookies).anySatisfy(cookie -> assertThat(cookie)
                .startsWith("XSRF-TOKEN=")
                .contains("SameSite=Lax")
                .doesNotContain("HttpOnly"));
    }

    @Test
    void refusesAWriteWithoutTheCsrfToken() {
        var browser = signedIn(Workspaces.fresh(PASSWORD));

        var refused = browser.sendWithoutCsrfToken(HttpMethod.PATCH, "/api/v1/profile", Map.of("title", "Boss"));
        assertThat(refused.getStatus().value()).isEqualTo(403);
        assertThat(text(refused)).contains("csrf_token_missing");

        assertThat(browser.send(HttpMethod.PATCH, "/api/v1/profile", Map.of("title", "Boss"))
                        .getStatus()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void refusesTheCsrfTokenOfAnotherSession() {
        var workspace = Workspaces.fresh(PASSWORD);
        var browser = signedIn(workspace);
        browser.plant("XSRF-TOKEN", Objects.requireNonNull(signedIn(workspace).cookie("XSRF-TOKEN")));

        assertThat(browser.send(HttpMethod.PATCH, "/api/v1/profile", Map.of("title", "Boss"))
                        .getStatus()
                        .value())
                .isEqualTo(403);
    }

    @Test
    void givesANewSecretAtEverySignIn() {
        var workspace = Workspaces.fresh(PASSWORD);
        var victim = new Browser(workspace.baseUrl());
        victim.plant("WINDROSE_SESSION", "planted-by-somebody-else");

        victim.signIn(workspace.email(), PASSWORD);
        String first = Objects.requireNonNull(victim.cookie("WINDROSE_SESSION"));
        victim.signIn(workspace.email(), PASSWORD);

        assertThat(first).isNotEqualTo("planted-by-somebody-else");
        assertThat(victim.cookie("WINDROSE_SESSION")).isNotEqualTo(first);
        var old = new Browser(workspace.baseUrl());
        old.plant("WINDROSE_SESSION", first);
        assertThat(old.get("/api/v1/session").getStatus().value()).isEqualTo(401);
    }

    @Test
    void endsTheSessionAtSignOut() {
        var workspace = Workspaces.fresh(PASSWORD);
        var browser = signedIn(workspace);
        String secret = Objects.requireNonNull(browser.cookie("WINDROSE_SESSION"));

        assertThat(browser.send(HttpMethod.POST, "/api/v1/sign-out", null)
                        .getStatus()
                        .value())
                .isEqualTo(204);

        assertThat(browser.cookie("WINDROSE_SESSION")).isNull();
        browser.plant("WINDROSE_SESSION", secret);
        assertThat(browser.get("/api/v1/session").getStatus().value()).isEqualTo(401);
    }

    @Test
    void answersAWrongPasswordAndAnUnknownAddressAlike() {
        var workspace = Workspaces.fresh(PASSWORD);
        var browser = new Browser(workspace.baseUrl());

        var wrong = browser.signIn(workspace.email(), "not the password");
        var unknown = browser.signIn("nobody." + workspace.email(), "not the password");

        assertThat(wrong.getStatus().value()).isEqualTo(401);
        assertThat(unknown.getStatus().value()).isEqualTo(401);
        assertThat(text(wrong).replaceAll("\"request_id\":\"[^\"]*\"", ""))
                .isEqualTo(text(unknown).replaceAll("\"request_id\":\"[^\"]*\"", ""))
                .contains("bad_credentials");
    }

    @Test
    void locksTheAccountAfterManyGuesses() {
        var workspace = Workspaces.fresh(PASSWORD);
        var browser = new Browser(workspace.baseUrl());
        for (int i = 0; i < 5; i++) {
            browser.signIn(workspace.email(), "guess number " + i);
        }

        var locked = browser.signIn(workspace.email(), PASSWORD);

        assertThat(locked.getStatus().value()).isEqualTo(429);
        assertThat(locked.getResponseHeaders().getFirst("Retry-After"))
                .satisfies(seconds -> assertThat(Integer.parseInt(seconds)).isPositive());
        assertThat(text(locked)).contains("\"code\":\"locked\"");
    }

    @Test
    void refusesToSignInFromAnotherSite() {
        var workspace = Workspaces.fresh(PASSWORD);

        workspace
                .anonymous()
                .post()
                .uri("/api/v1/sign-in")
                .header("Sec-Fetch-Site", "cross-site")
                .body(Map.of("email", workspace.email(), "password", PASSWORD))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void changesThePasswordAndEndsOtherSessions() {
        var workspace = Workspaces.fresh(PASSWORD);
        var browser = signedIn(workspace);
        var elsewhere = signedIn(workspace);

        var wrong = browser.send(
                HttpMethod.POST, "/api/v1/profile/password", Map.of("current", "no", "password", "a longer password"));
        var weak = browser.send(
                HttpMethod.POST, "/api/v1/profile/password", Map.of("current", PASSWORD, "password", "short"));
        var changed = browser.send(
                HttpMethod.POST,
                "/api/v1/profile/password",
                Map.of("current", PASSWORD, "password", "a longer password"));

        assertThat(text(wrong)).contains("\"field\":\"current\"");
        assertThat(text(weak)).contains("weak_password");
        assertThat(changed.getStatus().value()).isEqualTo(204);
        assertThat(browser.get("/api/v1/session").getStatus().value()).isEqualTo(200);
        assertThat(elsewhere.get("/api/v1/session").getStatus().value()).isEqualTo(401);
        assertThat(browser.signIn(workspace.email(), "a longer password")
                        .getStatus()
                        .value())
                .isEqualTo(200);
    }

    private static Browser signedIn(TestWorkspace workspace) {
        var browser = new Browser(workspace.baseUrl());
        browser.signIn(workspace.email(), PASSWORD);
        return browser;
    }

    private static String text(EntityExchangeResult<byte[]> answer) {
        return new String(
                Objects.requireNonNull(answer.getResponseBodyContent()), java.nio.charset.StandardCharsets.UTF_8);
    }
}
