package dev.windrose.agents.run;

import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.jobs.JobId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A run as it stands.
 *
 * @param root the run that all others of its tree were started for
 * @param parentStep the step of the parent that it is
 * @param status running, waiting, done, failed or cancelled
 * @param partial not all of what was wanted is in the result
 * @param waitsFor questions, decisions and sub-runs
 */
public record AgentRun(
        UUID id,
        UUID root,
        @Nullable UUID parent,
        @Nullable String parentStep,
        JobId job,
        RunPlan plan,
        String status,
        boolean paused,
        boolean partial,
        @Nullable JsonNode waitsFor,
        @Nullable JsonNode result,
        @Nullable String error,
        RunUse use,
        @Nullable PersonId startedBy,
        Instant createdAt,
        @Nullable Instant endedAt) {

    static final String RUNNING = "running";
    static final String WAITING = "waiting";
    static final String DONE = "done";
    static final String FAILED = "failed";
    static final String CANCELLED = "cancelled";

    public boolean ended() {
        return status.equals(DONE) || status.equals(FAILED) || status.equals(CANCELLED);
    }

    boolean cancelled() {
        return status.equals(CANCELLED);
    }
}
