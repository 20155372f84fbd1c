package dev.windrose.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.windrose.testing.Browser;
import dev.windrose.testing.ScriptedIssuer;
import dev.windrose.testing.TestDatabase;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

@WindroseTest
class IssuerTests {

    private final ScriptedIssuer issuer = TestDatabase.ISSUER;
    private TestWorkspace workspace;

    @BeforeEach
    void enter() {
        workspace = Workspaces.fresh();
    }

    @Test
    void letsInWhoeverWasInvitedUnderTheConfirmedAddress() {
        String email = "ines" + System.nanoTime() + "@windrose.example";
        workspace
                .http()
                .post()
                .uri("/api/v1/people")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("name", "Ines Invited", "email", email, "role", "member"))
                .exchange()
                .expectStatus()
                .isCreated();
        workspace
                .bearer(issuer.token(email))
                .get()
                .uri("/api/v1/session")
                .exchange()
                .expectBody()
                .jsonPath("$.person.name")
                .isEqualTo("Ines Invited")
                .jsonPath("$.person.role")
                .isEqualTo("member");
        workspace
                .bearer(issuer.token(email, claims -> claims.subject("another account")))
                .get()
                .uri("/api/v1/session")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        workspace
                .bearer(issuer.token("nobody@windrose.example"))
                .get()
                .uri("/api/v1/session")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void opensASessionForTheWebApplication() {
        var browser = new Browser(workspace.baseUrl());
        var opened = browser.send(
                HttpMethod.POST, "/api/v1/sign-in/token", Map.of("access_token", issuer.token(workspace.email())));
        assertThat(opened.getStatus().value()).isEqualTo(200);
        assertThat(browser.get("/api/v1/session").getStatus().value()).isEqualTo(200);
        assertThat(new Browser(workspace.baseUrl())
                        .send(HttpMethod.POST, "/api/v1/sign-in/token", Map.of("access_token", "a.b.c"))
                        .getStatus()
                        .value())
                .isEqualTo(401);
    }

    @Test
    void entersTheWorkspaceThatIsNamed() {
        var other = Workspaces.fresh();
        int status = workspace
                .bearer(issuer.token(workspace.email()))
                .get()
                .uri("/api/v1/session")
                .header("X-Windrose-Workspace", other.tenant().toString())
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
        assertThat(status).isEqualTo(401);
    }

    @Test
    void refusesATokenThatIsWrongInAnyWay() throws Exception {
        String email = workspace.email();
        var now = Instant.now();
        for (String token : new String[] {
            issuer.token(email, claims -> claims.audience("anon")),
            issuer.token(email, claims -> claims.issuer("https://elsewhere.example/auth/v1")),
            issuer.token(email, claims -> claims.expirationTime(Date.from(now.minusSeconds(120)))),
            issuer.token(email, claims -> claims.notBeforeTime(Date.from(now.plusSeconds(120)))),
            issuer.token(email, claims -> claims.expirationTime(null)),
            issuer.token(email, claims -> claims.subject(null)),
            issuer.token(email, claims -> claims.claim("email", null)),
            issuer.token(email, claims -> claims.claim("email_verified", false)),
            issuer.forged(email),
            symmetric(email),
            new PlainJWT(new JWTClaimsSet.Builder().claim("email", email).build()).serialize(),
            "one.two.three"
        }) {
            workspace
                    .bearer(token)
                    .get()
                    .uri("/api/v1/session")
                    .exchange()
                    .expectStatus()
                    .isUnauthorized();
        }
        workspace
                .bearer(issuer.token(email))
                .get()
                .uri("/api/v1/session")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void allowsClocksToDifferByAMinute() {
        var now = Instant.now();
        for (String token : new String[] {
            issuer.token(workspace.email(), claims -> claims.expirationTime(Date.from(now.minusSeconds(30)))),
            issuer.token(workspace.email(), claims -> claims.notBeforeTime(Date.from(now.plusSeconds(30))))
        }) {
            workspace
                    .bearer(token)
                    .get()
                    .uri("/api/v1/session")
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
    }

    @Test
    void followsNewKeysAndWorksWhileTheIssuerIsAway() throws Exception {
        var own = new ScriptedIssuer();
        var tokens = new IssuerTokens(
                new IssuerSettings(URI.create(own.url()), null, "authenticated", null), Clock.systemUTC());
        String old = own.token("a@windrose.example");
        assertThat(tokens.check(old).email()).isEqualTo("a@windrose.example");
        own.rotate();
        assertThat(tokens.check(own.token("b@windrose.example")).email()).isEqualTo("b@windrose.example");
        assertThatThrownBy(() -> tokens.check(old)).hasMessageContaining("not valid here");
        own.reachable(false);
        assertThat(tokens.check(own.token("c@windrose.example")).email()).isEqualTo("c@windrose.example");
        var unreachable = new IssuerTokens(
                new IssuerSettings(URI.create(own.url()), null, "authenticated", null), Clock.systemUTC());
        assertThatThrownBy(() -> unreachable.check(own.token("c@windrose.example")))
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void withoutAnIssuerSuchTokensAreUnknown() throws Exception {
        var none = new IssuerTokens(new IssuerSettings(null, null, "authenticated", null), Clock.systemUTC());
        assertThat(none.reads("a.b.c")).isFalse();
        assertThatThrownBy(() -> none.check("a.b.c")).hasMessageContaining("No issuer");
    }

    @Test
    void offersTheAddressWherePeopleSignInOnlyWithAnIssuer() throws Exception {
        var issuer = URI.create("https://issuer.example/auth/v1");
        var page = URI.create("https://issuer.example/auth/v1/authorize?provider=google");
        var clock = Clock.systemUTC();
        assertThat(new IssuerTokens(new IssuerSettings(issuer, null, "authenticated", page), clock).address())
                .contains(page);
        assertThat(new IssuerTokens(new IssuerSettings(issuer, null, "authenticated", null), clock).address())
                .isEmpty();
        assertThat(new IssuerTokens(new IssuerSettings(null, null, "authenticated", page), clock).address())
                .isEmpty();
    }

    /** The trick of signing with the public key as if it were a shared secret. */
    private String symmetric(String email) throws Exception {
        var token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder()
                        .issuer(issuer.url())
                        .audience("authenticated")
                        .subject("x")
                        .claim("email", email)
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                        .build());
        token.sign(new MACSigner(new byte[32]));
        return token.serialize();
    }
}
