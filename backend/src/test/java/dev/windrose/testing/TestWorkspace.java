package dev.windrose.testing;

import dev.windrose.platform.Actor;
import dev.windrose.platform.Role;
import dev.windrose.platform.id.TenantId;
import java.util.Objects;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A workspace made for one test, with its owner and a token that may do everything. */
public record TestWorkspace(TenantId tenant, Actor owner, String email, String token, String baseUrl) {

    /** HTTP calls with the owner's token, for example {@code http().get().uri("/api/v1/session")}. */
    public RestTestClient http() {
        return bearer(token);
    }

    /** HTTP calls of a new person in this workspace. */
    public RestTestClient httpAs(Role role) {
        return bearer(Workspaces.tokenOfNewPerson(this, role));
    }

    /** A new person in this workspace, to act as. */
    public Actor person(String name, Role role) {
        return Workspaces.newPerson(this, name, role);
    }

    /** HTTP calls of a person of this workspace. */
    public RestTestClient httpOf(Actor person) {
        return bearer(Workspaces.tokenOf(this, Objects.requireNonNull(person.person())));
    }

    /** HTTP calls with some token. */
    public RestTestClient bearer(String secret) {
        return RestTestClient.bindToServer()
                .baseUrl(baseUrl)
                .defaultHeader("Authorization", "Bearer " + secret)
                .build();
    }

    /** HTTP calls as nobody. */
    public RestTestClient anonymous() {
        return RestTestClient.bindToServer().baseUrl(baseUrl).build();
    }
}
