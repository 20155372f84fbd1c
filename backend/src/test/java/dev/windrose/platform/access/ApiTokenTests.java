package dev.windrose.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class ApiTokenTests {

    @Autowired
    Authentication authentication;

    @Autowired
    ApiTokens tokens;

    @Test
    void findsTheEmployeeBehindAToken() {
        var workspace = Workspaces.fresh();

        assertThat(authentication.byToken(workspace.token(), null)).contains(workspace.owner());
    }

    @Test
    void knowsNoRevokedToken() {
        var workspace = Workspaces.fresh();
        var issued = ActorScope.call(
                workspace.owner(),
                () -> tokens.issue(new NewApiToken(
                        "reader", Set.of("read"), null, workspace.owner().person())));
        assertThat(authentication.byToken(issued.secret(), null).map(Actor::scopes))
                .contains(Set.of("read"));

        ActorScope.run(workspace.owner(), () -> tokens.revoke(issued.token().id()));

        assertThat(authentication.byToken(issued.secret(), null)).isEmpty();
    }

    @Test
    void answersAProblemWithRequestIdToNobody() {
        Workspaces.fresh()
                .anonymous()
                .get()
                .uri("/api/v1/session")
                .header("X-Request-Id", "abc-1")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("X-Request-Id", "abc-1")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://windrose.dev/errors/not_signed_in")
                .jsonPath("$.request_id")
                .isEqualTo("abc-1");
    }
}
