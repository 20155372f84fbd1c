package dev.windrose.agents.run;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of a run: a call of a tool, or a run of its own.
 *
 * @param arguments may hold {@code {"$from": step, "path": "data.0.id"}} for what an earlier step gave
 * @param needs steps that have to end well before
 * @param onFailure {@code stop} or {@code go_on}; stop where it is left out
 * @param fallback is called where this one has failed for good
 * @param awaitDecision waits until people have decided on what it proposed
 */
public record RunStep(
        String id,
        @Nullable String tool,
        @Nullable Map<String, @Nullable Object> arguments,
        @Nullable List<String> needs,
        @Nullable String onFailure,
        @Nullable Fallback fallback,
        @Nullable Boolean awaitDecision,
        @Nullable RunPlan run) {

    /** Another tool instead. */
    public record Fallback(String tool, @Nullable Map<String, @Nullable Object> arguments) {}

    public static RunStep of(String id, String tool, Map<String, @Nullable Object> arguments, String... needs) {
        return new RunStep(id, tool, arguments, List.of(needs), null, null, null, null);
    }

    List<String> allNeeds() {
        return Objects.requireNonNullElse(needs, List.of());
    }

    Map<String, @Nullable Object> given() {
        return arguments == null ? Map.of() : arguments;
    }

    boolean goesOn() {
        return "go_on".equals(onFailure);
    }

    boolean awaits() {
        return Boolean.TRUE.equals(awaitDecision);
    }

    RunStep called(String other, List<String> others) {
        return new RunStep(other, tool, arguments, others, onFailure, fallback, awaitDecision, run);
    }
}
