package dev.windrose.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Role;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@WindroseTest
class TeamTests {

    @Test
    void makesChangesAndEndsTeams() {
        var workspace = Workspaces.fresh();
        var mara = Objects.requireNonNull(
                workspace.person("Mara Lind", Role.MEMBER).person());
        var jonas = Objects.requireNonNull(
                workspace.person("Jonas Feld", Role.MEMBER).person());
        var http = workspace.http();

        var made = Objects.requireNonNull(http.post()
                .uri("/api/v1/teams")
                .body(Map.of("name", "North", "lead_id", mara.value(), "member_ids", List.of(jonas.value())))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
        assertThat((List<?>) made.get("member_ids")).hasSize(2);
        http.post()
                .uri("/api/v1/teams")
                .body(Map.of("name", "NORTH"))
                .exchange()
                .expectStatus()
                .isEqualTo(409);
        http.patch()
                .uri("/api/v1/teams/" + made.get("id"))
                .body(Map.of("name", "South", "member_ids", List.of()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("South")
                .jsonPath("$.member_ids.length()")
                .isEqualTo(1);
        http.delete()
                .uri("/api/v1/teams/" + made.get("id"))
                .exchange()
                .expectStatus()
                .isNoContent();
        http.get()
                .uri("/api/v1/teams")
                .exchange()
                .expectBody()
                .jsonPath("$.data.length()")
                .isEqualTo(0);
    }

    @Test
    void refusesStrangersAndMembersWhoManage() {
        var workspace = Workspaces.fresh();
        workspace
                .http()
                .post()
                .uri("/api/v1/teams")
                .body(Map.of("name", "North", "member_ids", List.of(UUID.randomUUID())))
                .exchange()
                .expectStatus()
                .isBadRequest();
        workspace
                .httpAs(Role.MEMBER)
                .post()
                .uri("/api/v1/teams")
                .body(Map.of("name", "North"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }
}
