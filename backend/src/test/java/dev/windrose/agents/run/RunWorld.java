package dev.windrose.agents.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.context.RunEvent;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.Workspaces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Short ways to start runs and to wait for them. */
record RunWorld(RecordWorld records) {

    static RunWorld fresh() {
        return new RunWorld(RecordWorld.fresh());
    }

    AgentRun start(RunPlan plan) {
        return records.in(() -> runs().start(plan));
    }

    static Runs runs() {
        return Workspaces.bean(Runs.class);
    }

    AgentRun get(AgentRun run) {
        return records.in(() -> runs().get(run.id()));
    }

    AgentRun await(AgentRun run, String... states) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            var now = get(run);
            if (List.of(states).contains(now.status())) {
                return now;
            }
            assertThat(System.nanoTime()).as("%s: %s", now, events(run)).isLessThan(end);
            Thread.sleep(20);
        }
    }

    AgentRun ended(AgentRun run) throws InterruptedException {
        return await(run, "done", "failed", "cancelled");
    }

    List<RunEvent> events(AgentRun run) {
        return records.in(() -> runs().events(run.id(), 0));
    }

    List<String> names(AgentRun run) {
        return events(run).stream().map(RunEvent::name).toList();
    }

    JsonNode post(String path, Object body) {
        return JsonMapper.shared()
                .readTree(records.workspace()
                        .http()
                        .post()
                        .uri("/api/v1" + path)
                        .body(body)
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }

    String get(String path, Map<String, String> headers) {
        var request = records.workspace().http().get().uri("/api/v1" + path);
        headers.forEach(request::header);
        return String.valueOf(
                request.exchange().expectBody(String.class).returnResult().getResponseBody());
    }

    static RunStep step(String id, String tool, Object... namesAndValues) {
        var arguments = new HashMap<String, @Nullable Object>();
        for (int index = 0; index < namesAndValues.length; index += 2) {
            arguments.put(String.valueOf(namesAndValues[index]), namesAndValues[index + 1]);
        }
        return RunStep.of(id, tool, arguments);
    }

    static RunStep awaiting(RunStep step) {
        return new RunStep(step.id(), step.tool(), step.arguments(), step.needs(), null, null, true, null);
    }

    static RunStep goingOn(RunStep step, RunStep.@Nullable Fallback fallback) {
        return new RunStep(step.id(), step.tool(), step.arguments(), step.needs(), "go_on", fallback, null, null);
    }

    /** Closes a deal, which waits for a person. */
    static RunStep winning(UUID deal) {
        var operation = new HashMap<String, Object>(Map.of(
                "op",
                "update",
                "type",
                "deal",
                "id",
                deal.toString(),
                "values",
                Map.of("stage", "won"),
                "evidence",
                "they signed"));
        return awaiting(
                step("win", "apply_changes", "summary", "Won", "operations", new ArrayList<>(List.of(operation))));
    }
}
