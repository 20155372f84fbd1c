package dev.windrose.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.ScopedClock;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class TaskTests {

    private static final Instant MONDAY = Instant.parse("2026-05-04T09:00:00Z");

    private RecordWorld world;

    @BeforeEach
    void startWithAFreshWorkspace() {
        world = RecordWorld.fresh();
    }

    @Test
    void isOpenAndOfMediumPriority() {
        var task = world.create("task", Map.of("title", "Send the offer", "due_date", "2026-05-08"));
        assertThat(world.get("task", task).values())
                .containsEntry("status", "open")
                .containsEntry("priority", "medium");
    }

    @Test
    void keepsTheMomentItWasDone() {
        var task = world.create("task", Map.of("title", "Send the offer"));
        var done = ScopedClock.at(MONDAY, () -> world.update("task", task, Map.of("status", "done")));
        assertThat(world.get("task", task).value("completed_at")).isEqualTo(MONDAY);
        world.undo(done);
        assertThat(world.get("task", task).value("completed_at")).isNull();
    }

    @Test
    void isOpenAgainWithoutThatMoment() {
        var task = world.create("task", Map.of("title", "Send the offer", "status", "done"));
        world.update("task", task, Map.of("status", "in_progress"));
        assertThat(world.get("task", task).value("completed_at")).isNull();
    }
}
