package dev.windrose.agents.kit;

import dev.windrose.agents.run.RunLimits;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a workspace has set an agent up. It only ever takes away.
 *
 * @param number 0 for what the product ships
 * @param tools of those of the agent; null for all
 * @param why it was set so
 */
public record AgentVersion(
        String agent,
        int number,
        boolean on,
        @Nullable List<String> tools,
        RunLimits limits,
        @Nullable String why,
        @Nullable UUID by,
        String byName,
        @Nullable Instant at) {

    static AgentVersion shipped(String agent) {
        return new AgentVersion(agent, 0, true, null, RunLimits.NONE, null, null, "Windrose", null);
    }
}
