package dev.windrose.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class FeatureFlagTests {

    @Autowired
    FeatureFlags flags;

    @Test
    void turnsAFeatureOnForOneWorkspaceOnly() {
        var workspace = Workspaces.fresh();
        var other = Workspaces.fresh();

        workspace
                .http()
                .patch()
                .uri("/api/v1/flags/sample_feature")
                .body(Map.of("enabled", true))
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(enabled(workspace)).isTrue();
        assertThat(enabled(other)).isFalse();
        workspace
                .http()
                .get()
                .uri("/api/v1/session")
                .exchange()
                .expectBody()
                .jsonPath("$.flags.sample_feature")
                .isEqualTo(true);
    }

    @Test
    void knowsOnlyDeclaredFeatures() {
        var workspace = Workspaces.fresh();

        workspace
                .http()
                .patch()
                .uri("/api/v1/flags/made_up")
                .body(Map.of("enabled", true))
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(ActorScope.<Boolean, RuntimeException>call(workspace.owner(), () -> flags.enabled("made_up")))
                .isFalse();
    }

    @Test
    void isTurnedByAdministratorsOnly() {
        Workspaces.fresh()
                .httpAs(Role.MANAGER)
                .patch()
                .uri("/api/v1/flags/sample_feature")
                .body(Map.of("enabled", true))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private boolean enabled(TestWorkspace workspace) {
        return ActorScope.<Boolean, RuntimeException>call(workspace.owner(), () -> flags.enabled(SampleFlag.NAME));
    }
}
