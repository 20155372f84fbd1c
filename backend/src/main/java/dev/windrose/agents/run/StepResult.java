package dev.windrose.agents.run;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a step ended, as its durable step keeps it.
 *
 * @param status done, failed, skipped, or started for a sub-run that has not ended
 * @param tool that gave the result: the fallback where that was called
 * @param arguments as they were called, with what earlier steps gave
 * @param waits change sets that people decide on before later steps begin
 * @param child the sub-run
 */
public record StepResult(
        String step,
        String status,
        @Nullable String tool,
        @Nullable Map<String, @Nullable Object> arguments,
        @Nullable JsonNode result,
        @Nullable String error,
        @Nullable List<UUID> waits,
        @Nullable UUID child,
        int attempts,
        long millis) {

    static final String DONE = "done";
    static final String FAILED = "failed";
    static final String SKIPPED = "skipped";
    static final String STARTED = "started";

    static StepResult skipped(String step, String why) {
        return new StepResult(step, SKIPPED, null, null, null, why, null, null, 0, 0);
    }

    public boolean done() {
        return status.equals(DONE);
    }

    boolean open() {
        return status.equals(STARTED);
    }

    List<UUID> decisions() {
        return waits == null ? List.of() : waits;
    }

    StepResult ended(String how, @Nullable JsonNode with, @Nullable String why) {
        return new StepResult(step, how, tool, arguments, with, why, waits, child, attempts, millis);
    }
}
