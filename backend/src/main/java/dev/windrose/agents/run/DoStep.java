package dev.windrose.agents.run;

import dev.windrose.agents.tool.CallScope;
import dev.windrose.agents.tool.TimeLimit;
import dev.windrose.agents.tool.ToolDefinition;
import dev.windrose.agents.tool.ToolError;
import dev.windrose.agents.tool.ToolRights;
import dev.windrose.llm.model.ModelCall;
import dev.windrose.llm.model.ModelMeter;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.tool.Effect;
import dev.windrose.records.change.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Carries out one call of a run: its effect, its result, its event and what it used are one transaction, keyed by run and step. */
final class DoStep {

    private static final Logger LOG = LoggerFactory.getLogger(DoStep.class);
    private static final int LONGEST = 1_000_000;

    private final JobContext job;
    private final AgentRun run;
    private final RunParts parts;
    private final ToolRights rights;
    private final Results results;

    DoStep(JobContext job, AgentRun run, RunParts parts, ToolRights rights, Results results) {
        this.job = job;
        this.run = run;
        this.parts = parts;
        this.rights = rights;
        this.results = results;
    }

    /** A failure is a result, too. */
    void of(RunStep step) {
        if (results.has(step.id())) {
            return;
        }
        var result = attempted(step, String.valueOf(step.tool()), step.given());
        var fallback = step.fallback();
        if (!result.done() && fallback != null) {
            tell("step_fallback", Map.of("step", step.id(), "tool", fallback.tool(), "error", error(result)));
            result = attempted(step, fallback.tool(), fallback.arguments() == null ? Map.of() : fallback.arguments());
        }
        if (!result.done()) {
            var failed = result;
            result = job.step(Results.STEP + step.id(), StepResult.class, () -> ended(failed, RunUse.NOTHING));
        }
        results.put(result);
    }

    private static String error(StepResult result) {
        return String.valueOf(result.error());
    }

    private StepResult attempted(RunStep step, String tool, Map<String, @Nullable Object> given) {
        long begin = System.nanoTime();
        int attempt = 0;
        while (true) {
            attempt++;
            try {
                return call(step, tool, given, attempt, begin);
            } catch (AppException failure) {
                if (attempt >= parts.settings().attempts() || !again(failure)) {
                    return failed(step, tool, given, failure.getMessage(), attempt, begin);
                }
                tell(
                        "step_retried",
                        Map.of("step", step.id(), "attempt", attempt, "error", String.valueOf(failure.getMessage())));
                pause(attempt);
            } catch (IllegalArgumentException | IllegalStateException | NullPointerException broken) {
                LOG.warn("The tool {} failed in run {}", tool, run.id(), broken);
                return failed(step, tool, given, "The tool %s failed.".formatted(tool), attempt, begin);
            }
        }
    }

    /** What is wrong with the call stays wrong; what is outside may come back. */
    private static boolean again(AppException failure) {
        return failure.code() != ToolError.TOOK_TOO_LONG
                && switch (failure.code().kind()) {
                    case UPSTREAM, LIMIT -> true;
                    case INVALID, DENIED, NOT_FOUND, CONFLICT, INTERNAL -> false;
                };
    }

    private void pause(int attempt) {
        try {
            Thread.sleep(parts.settings().pause().multipliedBy(1L << Math.min(attempt - 1, 6)));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AppException(CommonError.UNAVAILABLE, "The work was interrupted.");
        }
    }

    private StepResult call(RunStep step, String tool, Map<String, @Nullable Object> given, int attempt, long begin) {
        var definition = parts.tools().get(tool);
        var arguments = References.resolve(given, results.all(), parts.json());
        tellOnce(
                "step_started",
                Map.of(
                        "step",
                        step.id(),
                        "tool",
                        tool,
                        "arguments",
                        arguments,
                        "effect",
                        definition.effect().wire()));
        var tokens = new AtomicLong();
        var cost = new AtomicLong();
        var scope = new CallScope(Cause.run(run.id()), this::texts);
        return scope.call(() -> TimeLimit.call(tool, limit(definition), gate -> {
            if (definition.effect() == Effect.READ) {
                var answer = ModelMeter.during(
                        call -> count(call, tokens, cost), () -> parts.call().here(tool, arguments, rights));
                return job.step(Results.STEP + step.id(), StepResult.class, () -> {
                    var result = ended(done(step, tool, arguments, answer, attempt, begin), use(tokens, cost, begin));
                    gate.pass();
                    return result;
                });
            }
            return job.step(Results.STEP + step.id(), StepResult.class, () -> {
                var answer = parts.call().here(tool, arguments, rights);
                var result = ended(done(step, tool, arguments, answer, attempt, begin), use(tokens, cost, begin));
                gate.pass();
                return result;
            });
        }));
    }

    private Duration limit(ToolDefinition tool) {
        var seconds = run.plan().limits() == null ? null : run.plan().limits().seconds();
        var most = Duration.ofSeconds(seconds == null ? Long.MAX_VALUE / 2_000_000_000L : Math.max(1, seconds));
        return tool.limit().compareTo(most) < 0 ? tool.limit() : most;
    }

    private static void count(ModelCall call, AtomicLong tokens, AtomicLong cost) {
        tokens.addAndGet(call.inputTokens() + call.outputTokens());
        cost.addAndGet(call.cost() == null ? 0 : call.cost());
    }

    private static RunUse use(AtomicLong tokens, AtomicLong cost, long begin) {
        return new RunUse(0, tokens.get(), cost.get(), millis(begin));
    }

    private static long millis(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    private List<String> texts() {
        var texts = new ArrayList<>(results.texts());
        texts.add(run.plan().goal());
        if (run.plan().input() != null) {
            Results.collect(parts.json().valueToTree(run.plan().input()), texts);
        }
        parts.answers(run.id())
                .values()
                .forEach(answer -> Results.collect(parts.json().valueToTree(answer), texts));
        return texts;
    }

    private StepResult done(
            RunStep step,
            String tool,
            Map<String, @Nullable Object> arguments,
            JsonNode answer,
            int attempt,
            long begin) {
        if (answer.toString().length() > LONGEST) {
            throw new AppException(
                    CommonError.TOO_LARGE, "The answer of %s is too long. Ask for less.".formatted(tool), "arguments");
        }
        return new StepResult(
                step.id(),
                StepResult.DONE,
                tool,
                arguments,
                answer,
                null,
                step.awaits() ? waiting(answer) : null,
                null,
                attempt,
                millis(begin));
    }

    private static List<UUID> waiting(JsonNode answer) {
        var waits = new ArrayList<UUID>();
        answer.path("change_sets").forEach(set -> {
            if (set.path("operations")
                    .valueStream()
                    .anyMatch(one -> one.path("status").asString("").equals("waiting"))) {
                waits.add(UUID.fromString(set.path("id").asString()));
            }
        });
        return waits;
    }

    private StepResult failed(
            RunStep step,
            String tool,
            Map<String, @Nullable Object> given,
            @Nullable String why,
            int attempts,
            long begin) {
        return new StepResult(
                step.id(), StepResult.FAILED, tool, given, null, why, null, null, attempts, millis(begin));
    }

    /** In the transaction of the step. */
    private StepResult ended(StepResult result, RunUse used) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("step", result.step());
        data.put("tool", result.tool());
        data.put("arguments", result.arguments());
        if (result.done()) {
            data.put("result", result.result());
        } else {
            data.put("error", result.error());
        }
        data.put("attempts", result.attempts());
        data.put("millis", result.millis());
        data.put("tokens", used.tokens());
        data.put("cost", used.cost());
        var all = used.plus(new RunUse(1, 0, 0, used.workedMillis() == 0 ? result.millis() : 0));
        parts.log().tell(run.id(), result.done() ? "step_done" : "step_failed", data);
        if (!parts.store().use(run.id(), all)) {
            throw new RunStopped();
        }
        return result;
    }

    private void tell(String name, Map<String, ?> data) {
        parts.transaction().executeWithoutResult(status -> parts.log().tell(run.id(), name, data));
    }

    private void tellOnce(String name, Map<String, Object> data) {
        parts.transaction().executeWithoutResult(status -> parts.log().tellOnce(run.id(), name, data));
    }
}
