package dev.windrose.agents.run;

import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.Jobs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts together what came of a run and ends it; a part says that it is one. */
@Component
class EndRun {

    private static final String DELIVERED = "delivered";

    private final RunParts parts;
    private final Jobs jobs;

    EndRun(RunParts parts, Jobs jobs) {
        this.parts = parts;
        this.jobs = jobs;
    }

    /** How a run ends. */
    record Outcome(
            String status,
            boolean partial,
            @Nullable Object result,
            @Nullable String error) {}

    void of(
            JobContext job,
            AgentRun run,
            List<RunStep> steps,
            Results results,
            @Nullable Object last,
            @Nullable String stopped) {
        var outcome = outcome(run, steps, results, last, stopped);
        job.step(DELIVERED, () -> write(run, outcome));
    }

    void failed(JobContext job, AgentRun run, String why) {
        job.step(DELIVERED, () -> write(run, new Outcome(AgentRun.FAILED, false, null, why)));
    }

    /** In a transaction. The parent goes on. */
    void write(AgentRun run, Outcome outcome) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("run_id", run.id().toString());
        data.put("partial", outcome.partial());
        data.put("result", outcome.result());
        data.put("error", outcome.error());
        var used = parts.store().find(run.id()).orElseThrow().use();
        data.put("steps", used.steps());
        data.put("tokens", used.tokens());
        data.put("cost", used.cost());
        data.put("worked_ms", used.workedMillis());
        if (!parts.log().end(run.id(), outcome.status())) {
            return;
        }
        parts.store()
                .end(
                        run.id(),
                        outcome.status(),
                        outcome.partial(),
                        outcome.result(),
                        outcome.error(),
                        parts.clock().instant());
        parts.log().tell(run.id(), outcome.status(), data);
        if (run.parent() != null) {
            parts.store().find(run.parent()).ifPresent(parent -> jobs.wake(parent.job()));
        }
    }

    private Outcome outcome(
            AgentRun run, List<RunStep> steps, Results results, @Nullable Object last, @Nullable String stopped) {
        var ended = results.all();
        long done = ended.values().stream().filter(StepResult::done).count();
        var failure = ended.values().stream()
                .filter(result -> result.status().equals(StepResult.FAILED))
                .findFirst();
        boolean stops = run.plan().kind() != RunShape.LOOP
                && steps.stream()
                        .anyMatch(step -> !step.goesOn()
                                && ended.get(step.id()) instanceof StepResult result
                                && result.status().equals(StepResult.FAILED));
        Object result = result(run, steps, results, last);
        boolean missing = run.plan().kind() == RunShape.EXTRACT
                && run.plan().fields() != null
                && !extracted(results, parts.answers(run.id()))
                        .keySet()
                        .containsAll(run.plan().fields().keySet());
        boolean partial = stopped != null || missing || run.plan().kind() != RunShape.LOOP && done < steps.size();
        String why = stopped != null
                ? stopped
                : failure.map(StepResult::error).orElse(missing ? "Not everything was found." : null);
        boolean failed = stops || stopped != null && done == 0;
        return new Outcome(failed ? AgentRun.FAILED : AgentRun.DONE, partial, result, why);
    }

    private @Nullable Object result(AgentRun run, List<RunStep> steps, Results results, @Nullable Object last) {
        var ended = results.all();
        return switch (run.plan().kind()) {
            case LOOP -> last;
            case EXTRACT -> extracted(results, parts.answers(run.id()));
            case SINGLE ->
                ended.values().stream().findFirst().map(StepResult::result).orElse(null);
            case PLAN -> {
                var all = new LinkedHashMap<String, @Nullable Object>();
                steps.forEach(step -> {
                    var one = new LinkedHashMap<String, @Nullable Object>();
                    var result = ended.get(step.id());
                    one.put("status", result == null ? "not_begun" : result.status());
                    if (result != null && result.result() != null) {
                        one.put("result", result.result());
                    }
                    if (result != null && result.error() != null) {
                        one.put("error", result.error());
                    }
                    all.put(step.id(), one);
                });
                yield all;
            }
        };
    }

    /** The fields of an extraction that are known: of the answer of its tool, then of people. */
    Map<String, Object> extracted(Results results, Map<String, Map<String, @Nullable Object>> answers) {
        var found = new LinkedHashMap<String, Object>();
        results.all().values().stream()
                .map(StepResult::result)
                .filter(Objects::nonNull)
                .forEach(result -> result.propertyStream()
                        .filter(field -> present(field.getValue()))
                        .forEach(field -> found.put(field.getKey(), field.getValue())));
        answers.values()
                .forEach(answer -> answer.forEach((name, value) -> {
                    if (value != null) {
                        found.put(name, value);
                    }
                }));
        return found;
    }

    private static boolean present(JsonNode value) {
        return !value.isNull() && !(value.isString() && value.asString().isBlank());
    }
}
