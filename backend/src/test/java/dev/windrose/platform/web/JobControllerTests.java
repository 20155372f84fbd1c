package dev.windrose.platform.web;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.JobStatus;
import dev.windrose.platform.jobs.Jobs;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WindroseTest
class JobControllerTests {

    @Autowired
    Jobs jobs;

    @Test
    void showsADeadJobAndSkipsIt() {
        var workspace = Workspaces.fresh();
        var id = ActorScope.call(
                workspace.owner(), () -> jobs.enqueue(JobRequest.of("nobody_does_this", Map.of("a", 1))));
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (ActorScope.call(workspace.owner(), () -> jobs.find(id))
                        .orElseThrow()
                        .status()
                != JobStatus.DEAD) {
            Assertions.assertThat(System.nanoTime()).isLessThan(end);
        }
        workspace
                .http()
                .get()
                .uri("/api/v1/jobs?status=dead")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data[0].id")
                .isEqualTo(id.toString())
                .jsonPath("$.data[0].input.a")
                .isEqualTo(1);
        workspace
                .http()
                .post()
                .uri("/api/v1/jobs/" + id + "/skip")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("skipped");
        workspace
                .http()
                .get()
                .uri("/api/v1/jobs?status=odd")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.field")
                .isEqualTo("status");
        Workspaces.fresh()
                .http()
                .get()
                .uri("/api/v1/jobs/" + id)
                .exchange()
                .expectStatus()
                .isNotFound();
        workspace
                .anonymous()
                .get()
                .uri("/api/v1/jobs")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        workspace
                .http()
                .get()
                .uri("/api/v1/parked-events")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data")
                .isEmpty();
    }
}
