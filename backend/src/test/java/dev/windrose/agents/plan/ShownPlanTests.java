package dev.windrose.agents.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.agents.run.RunPlan;
import dev.windrose.agents.run.RunShape;
import dev.windrose.agents.run.RunStep;
import dev.windrose.platform.error.AppException;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WindroseTest
class ShownPlanTests {

    GoalWorld world;
    UUID goal;

    @BeforeEach
    void begin() {
        world = GoalWorld.fresh();
        goal = UUID.fromString(
                world.say("sample: two").getFirst().data().get("goal_id").toString());
    }

    private static Goals goals() {
        return Workspaces.bean(Goals.class);
    }

    private void await(int tasks) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (world.all("task").size() < tasks && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(world.all("task")).hasSize(tasks);
    }

    @Test
    void runsOnceWhenThePersonSaysSo() throws Exception {
        assertThat(world.all("task")).isEmpty();
        var running = world.records().in(() -> goals().run(goal, null));
        assertThat(running.status()).isEqualTo("running");
        assertThat(running.run()).isNotNull();
        await(2);
        assertThatThrownBy(() -> world.records().in(() -> goals().run(goal, null)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("before");
        assertThat(world.all("task")).hasSize(2);
    }

    @Test
    void anEditedPlanIsWhatRuns() throws Exception {
        var edited = RunPlan.of(
                RunShape.PLAN, "Water and feed", RunStep.of("feed", "create_task", Map.of("title", "Feed both cats")));
        world.records().in(() -> goals().run(goal, edited));
        await(1);
        assertThat(world.all("task").getFirst().title()).isEqualTo("Feed both cats");
    }

    @Test
    void anImpossiblePlanSaysWhyAndWaitsOn() {
        var without = RunPlan.of(
                RunShape.PLAN,
                "Water and feed",
                RunStep.of("feed", "create_task", Map.of("title", "Feed the cat"), "water"));
        assertThatThrownBy(() -> world.records().in(() -> goals().run(goal, without)))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("The step feed needs \"water\"");
        var unknown = RunPlan.of(RunShape.PLAN, "Water", RunStep.of("water", "drown_plants", Map.of()));
        assertThatThrownBy(() -> world.records().in(() -> goals().checked(goal, unknown)))
                .isInstanceOf(AppException.class);
        var circle = RunPlan.of(
                RunShape.PLAN,
                "Water and feed",
                RunStep.of("water", "create_task", Map.of("title", "a"), "feed"),
                RunStep.of("feed", "create_task", Map.of("title", "b"), "water"));
        assertThatThrownBy(() -> world.records().in(() -> goals().run(goal, circle)))
                .hasMessageContaining("circle");
        assertThat(world.records().in(() -> goals().get(goal)).status()).isEqualTo("shown");
        assertThat(world.all("task")).isEmpty();
    }

    @Test
    void aCancelledPlanIsOver() {
        assertThat(world.records().in(() -> goals().cancel(goal)).status()).isEqualTo("cancelled");
        assertThatThrownBy(() -> world.records().in(() -> goals().run(goal, null)))
                .isInstanceOf(AppException.class);
        assertThat(world.all("task")).isEmpty();
    }

    @Test
    void itIsNobodyElses() {
        var other = GoalWorld.fresh();
        assertThatThrownBy(() -> other.records().in(() -> goals().get(goal))).hasMessageContaining("no such plan");
    }
}
