package dev.windrose.agents.plan;

import dev.windrose.agents.run.RunPlan;
import dev.windrose.agents.run.RunShape;
import dev.windrose.agents.run.RunStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A reader of tests, for words that nobody else would read. */
@Component
@Order(0)
public class SampleGoals implements GoalReader {

    @Override
    public Optional<Goal> read(Wanted wanted) {
        return switch (wanted.text()) {
            case "sample: a note on nothing" -> Optional.of(new Goal.Ask("Sample: a note on what?", List.of("On tea")));
            case "sample: task" -> Optional.of(Goal.Planned.atOnce(task("Water the plants"), null));
            case "sample: impossible" -> Optional.of(Goal.Planned.atOnce(plan(Map.of("title", 7)), null));
            case "sample: two" ->
                Optional.of(new Goal.Planned(
                        new RunPlan(
                                "Water and feed",
                                "sample",
                                RunShape.PLAN.wire(),
                                List.of(
                                        RunStep.of("water", "create_task", Map.of("title", "Water the plants")),
                                        RunStep.of("feed", "create_task", Map.of("title", "Feed the cat"), "water")),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        Map.of("water", new Goal.StepNote("Water the plants", null, true, null)),
                        null,
                        true));
            default -> Optional.empty();
        };
    }

    private static RunPlan task(String title) {
        return plan(Map.of("title", title));
    }

    private static RunPlan plan(Map<String, Object> arguments) {
        return RunPlan.of(
                RunShape.SINGLE, "A sample", RunStep.of("task", "create_task", new java.util.HashMap<>(arguments)));
    }
}
