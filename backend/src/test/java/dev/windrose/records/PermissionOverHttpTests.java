package dev.windrose.records;

import dev.windrose.platform.Role;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@WindroseTest
class PermissionOverHttpTests {

    @Test
    void letsAMemberWriteCompaniesAndAViewerOnlyReadThem() {
        var workspace = Workspaces.fresh();

        workspace
                .httpAs(Role.MEMBER)
                .post()
                .uri("/api/v1/companies")
                .body(Map.of("name", "Fernweh Tools"))
                .exchange()
                .expectStatus()
                .isCreated();
        var viewer = workspace.httpAs(Role.VIEWER);
        viewer.post()
                .uri("/api/v1/companies")
                .body(Map.of("name", "Other"))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.permission")
                .isEqualTo("company.create");
        viewer.get()
                .uri("/api/v1/companies")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data.length()")
                .isEqualTo(1);
    }

    @Test
    void takesARightAwayInMidSession() {
        var workspace = Workspaces.fresh();
        var mara = workspace.person("Mara Lind", Role.MEMBER);
        var session = workspace.httpOf(mara);
        session.post()
                .uri("/api/v1/companies")
                .body(Map.of("name", "Fernweh Tools"))
                .exchange()
                .expectStatus()
                .isCreated();

        workspace
                .http()
                .patch()
                .uri("/api/v1/people/" + mara.person())
                .body(Map.of("role", "viewer"))
                .exchange()
                .expectStatus()
                .isOk();
        session.post()
                .uri("/api/v1/companies")
                .body(Map.of("name", "Other"))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.permission")
                .isEqualTo("company.create");
        session.get()
                .uri("/api/v1/session")
                .exchange()
                .expectBody()
                .jsonPath("$.permissions[?(@ == 'company.update')]")
                .doesNotExist();

        workspace
                .http()
                .put()
                .uri("/api/v1/access/rules")
                .body(Map.of(
                        "rules",
                        List.of(Map.of(
                                "record_type", "company", "role", "viewer", "read", "team", "write", "private"))))
                .exchange()
                .expectStatus()
                .isOk();
        session.get()
                .uri("/api/v1/companies")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data.length()")
                .isEqualTo(0);
    }

    @Test
    void keepsAMemberFromUndoingWhatItMayNotWrite() {
        var workspace = Workspaces.fresh();
        var product = workspace
                .http()
                .post()
                .uri("/api/v1/products")
                .body(Map.of("name", "Compass"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        String undo = "/api/v1/change-sets/" + Objects.requireNonNull(product).get("change_set_id") + "/undo";

        workspace
                .httpAs(Role.MEMBER)
                .post()
                .uri(undo)
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.permission")
                .isEqualTo("product.delete");
        workspace
                .httpAs(Role.MANAGER)
                .post()
                .uri(undo)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void tellsTheWebApplicationWhatIsAllowed() {
        Workspaces.fresh()
                .httpAs(Role.VIEWER)
                .get()
                .uri("/api/v1/session")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.permissions[?(@ == 'deal.read')]")
                .exists()
                .jsonPath("$.permissions[?(@ == 'deal.update')]")
                .doesNotExist();
    }
}
