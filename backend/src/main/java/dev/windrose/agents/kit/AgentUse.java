package dev.windrose.agents.kit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the runs of an agent took.
 *
 * @param cost of language models, in millionths
 * @param medianMillis of work, without waiting
 */
public record AgentUse(
        String agent,
        long runs,
        long failed,
        long tokens,
        long cost,
        long medianMillis,
        @Nullable Instant latest) {

    static AgentUse none(String agent) {
        return new AgentUse(agent, 0, 0, 0, 0, 0, null);
    }
}
