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
import org.springframework.test.web.servlet.client.RestTestClient;

@WindroseTest
class PeopleTests {

    private static final String PASSWORD = "correct horse battery";

    @Test
    void bringsAnInvitedPersonInOnce() {
        var workspace = Workspaces.fresh();
        String link = invite(workspace, "mona", "member").link();
        var browser = new Browser(workspace.baseUrl());

        assertThat(body(browser.get(link))).contains("\"kind\":\"invite\"", "mona", "Workspace ");
        var weak = browser.send(HttpMethod.POST, link, Map.of("password", "short"));
        var welcome = browser.send(HttpMethod.POST, link, Map.of("name", "Mona Member", "password", PASSWORD));
        var again = browser.send(HttpMethod.POST, link, Map.of("password", PASSWORD));

        assertThat(weak.getStatus().value()).isEqualTo(400);
        assertThat(body(welcome))
                .contains("Mona Member", "\"status\":\"active\"", "\"role\":\"member\"")
                .doesNotContain("people.manage");
        assertThat(again.getStatus().value()).isEqualTo(404);
        assertThat(body(again)).contains("link_not_valid");
    }

    @Test
    void keepsMembersFromManagingPeople() {
        var workspace = Workspaces.fresh();
        var member = join(workspace, "mona", "member");

        var refused = member.browser()
                .send(
                        HttpMethod.POST,
                        "/api/v1/people",
                        Map.of("name", "X", "email", "x@windrose.example", "role", "owner"));

        assertThat(refused.getStatus().value()).isEqualTo(403);
        assertThat(body(refused)).contains("\"permission\":\"people.manage\"");
    }

    @Test
    void keepsAdministratorsFromOwners() {
        var workspace = Workspaces.fresh();
        var admin = join(workspace, "ada", "admin");
        String owner =
                "/api/v1/people/" + Objects.requireNonNull(workspace.owner().person());

        assertThat(admin.browser()
                        .send(HttpMethod.PATCH, owner, Map.of("role", "viewer"))
                        .getStatus()
                        .value())
                .isEqualTo(403);
        assertThat(admin.browser()
                        .send(HttpMethod.POST, owner + "/reset-link", null)
                        .getStatus()
                        .value())
                .isEqualTo(403);
        assertThat(admin.browser()
                        .send(HttpMethod.PATCH, admin.path(), Map.of("role", "owner"))
                        .getStatus()
                        .value())
                .isEqualTo(403);
        assertThat(admin.browser()
                        .send(
                                HttpMethod.POST,
                                "/api/v1/tokens",
                                Map.of(
                                        "name",
                                        "t",
                                        "scopes",
                                        new String[] {"admin"},
                                        "person_id",
                                        workspace.owner().person().value()))
                        .getStatus()
                        .value())
                .isEqualTo(403);
    }

    @Test
    void keepsTheLastOwner() {
        var workspace = Workspaces.fresh();
        String owner =
                "/api/v1/people/" + Objects.requireNonNull(workspace.owner().person());

        workspace
                .http()
                .patch()
                .uri(owner)
                .body(Map.of("role", "admin"))
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("last_owner");
        workspace
                .http()
                .patch()
                .uri(owner)
                .body(Map.of("status", "deactivated"))
                .exchange()
                .expectStatus()
                .isEqualTo(409);

        join(workspace, "otto", "owner");
        workspace
                .http()
                .patch()
                .uri(owner)
                .body(Map.of("role", "admin"))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void endsSessionsAndTokensOfADeactivatedPerson() {
        var workspace = Workspaces.fresh();
        var member = join(workspace, "mona", "member");
        String token = workspace
                .http()
                .post()
                .uri("/api/v1/tokens")
                .body(Map.of(
                        "name",
                        "script",
                        "scopes",
                        new String[] {"read"},
                        "person_id",
                        member.path().substring("/api/v1/people/".length())))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("token")
                .toString();
        bearer(workspace, token)
                .get()
                .uri("/api/v1/session")
                .exchange()
                .expectStatus()
                .isOk();

        workspace
                .http()
                .patch()
                .uri(member.path())
                .body(Map.of("status", "deactivated"))
                .exchange()
                .expectStatus()
                .isOk();

        bearer(workspace, token)
                .get()
                .uri("/api/v1/session")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        assertThat(member.browser().get("/api/v1/session").getStatus().value()).isEqualTo(401);
        assertThat(member.browser().signIn(member.email(), PASSWORD).getStatus().value())
                .isEqualTo(401);
        workspace
                .http()
                .post()
                .uri(member.path() + "/reset-link")
                .exchange()
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void resetsAPasswordByALink() {
        var workspace = Workspaces.fresh();
        var member = join(workspace, "mona", "member");
        String link = local(workspace
                .http()
                .post()
                .uri(member.path() + "/reset-link")
                .exchange()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("link")
                .toString());

        var visitor = new Browser(workspace.baseUrl());
        assertThat(visitor.send(HttpMethod.POST, link, Map.of("password", "another good one"))
                        .getStatus()
                        .value())
                .isEqualTo(200);

        assertThat(member.browser().get("/api/v1/session").getStatus().value()).isEqualTo(401);
        assertThat(visitor.signIn(member.email(), PASSWORD).getStatus().value()).isEqualTo(401);
        assertThat(visitor.signIn(member.email(), "another good one")
                        .getStatus()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void showsNothingOfAnotherWorkspace() {
        var workspace = Workspaces.fresh();
        var other = Workspaces.fresh();

        workspace
                .http()
                .get()
                .uri("/api/v1/people/" + other.owner().person())
                .exchange()
                .expectStatus()
                .isNotFound();
        workspace
                .http()
                .patch()
                .uri("/api/v1/people/" + other.owner().person())
                .body(Map.of("name", "X"))
                .exchange()
                .expectStatus()
                .isNotFound();
        workspace
                .http()
                .get()
                .uri("/api/v1/people")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data.length()")
                .isEqualTo(1)
                .jsonPath("$.data[0].email")
                .isEqualTo(workspace.email());
    }

    @Test
    void letsTheSameAddressIntoTwoWorkspacesWithAPasswordEach() {
        var first = Workspaces.fresh();
        var second = Workspaces.fresh();
        var there = join(first, "rae", "member");
        String link = local(second.http()
                .post()
                .uri("/api/v1/people")
                .body(Map.of("name", "Rae", "email", there.email(), "role", "member"))
                .exchange()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("invite_link")
                .toString());
        var browser = new Browser(second.baseUrl());

        browser.send(HttpMethod.POST, link, Map.of("password", "a second password"));

        assertThat(body(browser.signIn(there.email(), PASSWORD)))
                .contains(first.tenant().toString());
        assertThat(body(browser.signIn(there.email(), "a second password")))
                .contains(second.tenant().toString());
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        Workspaces.fresh()
                .http()
                .post()
                .uri("/api/v1/people")
                .body(Map.of("name", " ", "email", "no address"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("name")
                .jsonPath("$.errors[0].code")
                .isEqualTo("required")
                .jsonPath("$.errors[1].field")
                .isEqualTo("email")
                .jsonPath("$.errors[1].code")
                .isEqualTo("bad_value");
    }

    @Test
    void changesTheWorkspace() {
        var http = Workspaces.fresh().http();

        http.patch()
                .uri("/api/v1/workspace")
                .body(Map.of("base_currency", "EUR", "time_zone", "Europe/Berlin", "fiscal_year_start_month", 4))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.base_currency")
                .isEqualTo("EUR");
        http.patch()
                .uri("/api/v1/workspace")
                .body(Map.of("base_currency", "euros", "time_zone", "Mars", "week_start", "noon"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(3);
    }

    private record Invited(String link, String path, String email) {}

    private record Joined(Browser browser, String path, String email) {}

    private static Invited invite(TestWorkspace workspace, String name, String role) {
        String email = name + "." + workspace.email();
        var answer = workspace
                .http()
                .post()
                .uri("/api/v1/people")
                .body(Map.of("name", name, "email", email, "role", role))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        var person = (Map<?, ?>) answer.get("person");
        return new Invited(local(answer.get("invite_link").toString()), "/api/v1/people/" + person.get("id"), email);
    }

    private static Joined join(TestWorkspace workspace, String name, String role) {
        var invited = invite(workspace, name, role);
        var browser = new Browser(workspace.baseUrl());
        assertThat(browser.send(HttpMethod.POST, invited.link(), Map.of("password", PASSWORD))
                        .getStatus()
                        .value())
                .isEqualTo(200);
        return new Joined(browser, invited.path(), invited.email());
    }

    /** The API behind the page of a link. */
    private static String local(String link) {
        return "/api/v1/links/" + link.substring(link.lastIndexOf('/') + 1);
    }

    private static RestTestClient bearer(TestWorkspace workspace, String token) {
        return RestTestClient.bindToServer()
                .baseUrl(workspace.baseUrl())
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
    }

    private static String body(org.springframework.test.web.servlet.client.EntityExchangeResult<byte[]> answer) {
        return new String(
                Objects.requireNonNull(answer.getResponseBodyContent()), java.nio.charset.StandardCharsets.UTF_8);
    }
}
