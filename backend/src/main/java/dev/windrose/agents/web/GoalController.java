package dev.windrose.agents.web;

import dev.windrose.agents.plan.Goals;
import dev.windrose.agents.plan.KeptGoal;
import dev.windrose.agents.run.RunPlan;
import dev.windrose.agents.run.RunStep;
import dev.windrose.agents.tool.Tools;
import dev.windrose.platform.tool.Effect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Plans that wait for a person: shown, edited, run, cancelled. */
@RestController
@RequestMapping("/api/v1/goals")
class GoalController {

    private final Goals goals;
    private final Tools tools;

    GoalController(Goals goals, Tools tools) {
        this.goals = goals;
        this.tools = tools;
    }

    @GetMapping("/{id}")
    Map<String, @Nullable Object> get(@PathVariable UUID id) {
        return json(goals.get(id));
    }

    /** With the plan as it was shown, or as it was edited. */
    @PostMapping("/{id}/run")
    Map<String, @Nullable Object> run(@PathVariable UUID id, @RequestBody(required = false) @Nullable RunPlan edited) {
        return json(goals.run(id, edited));
    }

    @PostMapping("/{id}/check")
    RunPlan check(@PathVariable UUID id, @RequestBody RunPlan edited) {
        return goals.checked(id, edited);
    }

    @PostMapping("/{id}/cancel")
    Map<String, @Nullable Object> cancel(@PathVariable UUID id) {
        return json(goals.cancel(id));
    }

    private Map<String, @Nullable Object> json(KeptGoal goal) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", goal.id().toString());
        json.put("said", goal.said());
        json.put("status", goal.status());
        json.put("plan", goal.plan());
        json.put("steps", goal.plan() == null ? List.of() : steps(goal, goal.plan()));
        json.put("run_id", goal.run() == null ? null : goal.run().toString());
        json.put("created_at", goal.createdAt().toString());
        return json;
    }

    private List<Map<String, @Nullable Object>> steps(KeptGoal goal, RunPlan plan) {
        return Objects.requireNonNullElse(plan.steps(), List.<RunStep>of()).stream()
                .map(step -> step(goal, plan, step))
                .toList();
    }

    private Map<String, @Nullable Object> step(KeptGoal goal, RunPlan plan, RunStep step) {
        var tool = step.tool() == null ? null : tools.get(step.tool());
        var note = goal.notes().get(step.id());
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", step.id());
        json.put("does", note != null ? note.does() : tool == null ? step.run().goal() : tool.says());
        json.put("agent", note != null && note.agent() != null ? note.agent() : plan.agent());
        json.put("tool", step.tool());
        json.put("effect", tool == null ? "write" : tool.effect().wire());
        json.put("reversible", note != null ? note.reversible() : tool == null || tool.effect() != Effect.WRITE);
        json.put("clause", note == null ? null : note.clause());
        json.put("needs", step.needs());
        return json;
    }
}
