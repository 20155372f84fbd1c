package dev.windrose.agents.run;

import dev.windrose.agents.tool.CallTool;
import dev.windrose.agents.tool.Tools;
import dev.windrose.context.RunLog;
import dev.windrose.records.change.Changes;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What working on a run takes. */
@Component
record RunParts(
        AgentRunStore store,
        RunLog log,
        Tools tools,
        CallTool call,
        CheckPlan check,
        Changes changes,
        RunSettings settings,
        TransactionTemplate transaction,
        JsonMapper json,
        Clock clock) {

    /** What people answered so far, by question. */
    Map<String, Map<String, @Nullable Object>> answers(UUID run) {
        return Objects.requireNonNull(transaction.execute(status -> store.answers(run)));
    }

    AgentRun now(UUID run) {
        return Objects.requireNonNull(
                transaction.execute(status -> store.find(run).orElseThrow()));
    }
}
