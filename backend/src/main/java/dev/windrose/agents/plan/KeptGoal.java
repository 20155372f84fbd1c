package dev.windrose.agents.plan;

import dev.windrose.agents.plan.Goal.StepNote;
import dev.windrose.agents.run.RunPlan;
import dev.windrose.platform.id.MessageId;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.ThreadId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A goal of a conversation and what came of it.
 *
 * @param said the words of the goal; of an answer to a question those of the message before
 * @param told the parts of the answer
 */
public record KeptGoal(
        UUID id,
        ThreadId thread,
        MessageId message,
        @Nullable PersonId person,
        String said,
        String status,
        List<Wanted.Reply> replies,
        @Nullable RunPlan plan,
        Map<String, StepNote> notes,
        List<Part> told,
        List<UUID> changeSets,
        @Nullable UUID run,
        Instant createdAt) {

    /** One part of the answer, as the stream tells it. */
    public record Part(String name, Map<String, Object> data) {}

    static final String ASKED = "asked";
    static final String TOLD = "told";
    static final String SHOWN = "shown";
    static final String RUNNING = "running";
    static final String DONE = "done";
    static final String REFUSED = "refused";
    static final String CANCELLED = "cancelled";
}
