package dev.windrose.testing;

import dev.windrose.platform.Actor;
import dev.windrose.platform.Role;
import dev.windrose.platform.id.TenantId;
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
