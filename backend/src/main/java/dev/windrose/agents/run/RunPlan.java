package dev.windrose.agents.run;

import dev.windrose.agents.tool.ToolRights;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.tool.Effect;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to do. It is kept with the run, which goes by it to its end, whatever becomes of the agent meanwhile.
 *
 * @param goal in words; what people said there may be quoted as evidence
 * @param steps of a plan; the one call of single and extract
 * @param playbook of a loop
 * @param input what the playbook goes by
 * @param fields that the answer of extract has to have, by name, and what each is
 * @param tools that may be used; all where it is left out
 * @param effect the greatest one: read, propose or write
 */
public record RunPlan(
        String goal,
        @Nullable String agent,
        String shape,
        @Nullable List<RunStep> steps,
        @Nullable String playbook,
        @Nullable Map<String, @Nullable Object> input,
        @Nullable Map<String, String> fields,
        @Nullable List<String> tools,
        @Nullable String effect,
        @Nullable RunLimits limits) {

    public static RunPlan of(RunShape shape, String goal, RunStep... steps) {
        return new RunPlan(goal, null, shape.wire(), List.of(steps), null, null, null, null, null, null);
    }

    public static RunPlan loop(String goal, String playbook, Map<String, @Nullable Object> input) {
        return new RunPlan(goal, null, RunShape.LOOP.wire(), null, playbook, input, null, null, null, null);
    }

    public RunPlan within(RunLimits others) {
        return new RunPlan(goal, agent, shape, steps, playbook, input, fields, tools, effect, others);
    }

    public RunPlan using(Effect most, String... names) {
        return new RunPlan(goal, agent, shape, steps, playbook, input, fields, List.of(names), most.wire(), limits);
    }

    RunPlan with(List<RunStep> others) {
        return new RunPlan(goal, agent, shape, others, playbook, input, fields, tools, effect, limits);
    }

    List<RunStep> allSteps() {
        return Objects.requireNonNullElse(steps, List.of());
    }

    RunShape kind() {
        return RunShape.of(shape)
                .orElseThrow(() ->
                        new AppException(CommonError.BAD_VALUE, "A run is single, extract, loop or plan.", "shape"));
    }

    String agentName() {
        return agent == null || agent.isBlank() ? "Agent" : agent.strip();
    }

    ToolRights rights() {
        Set<String> names = tools == null ? Set.of() : new LinkedHashSet<>(tools);
        return new ToolRights(names, most());
    }

    private Effect most() {
        return effect == null
                ? Effect.WRITE
                : Arrays.stream(Effect.values())
                        .filter(one -> one.wire().equals(effect))
                        .findFirst()
                        .orElseThrow(() -> new AppException(
                                CommonError.BAD_VALUE, "The effect is read, propose or write.", "effect"));
    }
}
