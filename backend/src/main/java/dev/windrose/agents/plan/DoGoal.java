package dev.windrose.agents.plan;

import dev.windrose.agents.ask.Answered;
import dev.windrose.agents.run.RunPlan;
import dev.windrose.agents.run.RunStep;
import dev.windrose.agents.run.Runs;
import dev.windrose.agents.tool.CallScope;
import dev.windrose.agents.tool.CallTool;
import dev.windrose.context.ThreadMessage;
import dev.windrose.records.change.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Carries a plan out at once, in the name of the person who said it. All of it or nothing: the caller keeps the transaction. */
@Component
class DoGoal {

    private final Runs runs;
    private final CallTool call;

    DoGoal(Runs runs, CallTool call) {
        this.runs = runs;
        this.call = call;
    }

    /** @param waiting change sets that a person has to decide on */
    record Outcome(List<UUID> applied, List<UUID> waiting, List<JsonNode> results) {

        List<UUID> all() {
            var all = new ArrayList<>(applied);
            waiting.stream().filter(set -> !all.contains(set)).forEach(all::add);
            return all;
        }
    }

    /** Whether it needs no earlier results and no run of its own. */
    static boolean simple(RunPlan plan) {
        var steps = Objects.requireNonNullElse(plan.steps(), List.<RunStep>of());
        return !steps.isEmpty()
                && steps.stream()
                        .allMatch(step -> step.tool() != null
                                && step.run() == null
                                && step.fallback() == null
                                && !refers(step.arguments()));
    }

    private static boolean refers(@org.jspecify.annotations.Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.containsKey("$from") || map.values().stream().anyMatch(DoGoal::refers);
            case List<?> list -> list.stream().anyMatch(DoGoal::refers);
            case null, default -> false;
        };
    }

    Outcome of(RunPlan wanted, ThreadMessage message, List<String> texts) {
        var plan = runs.checked(wanted);
        var outcome = new Outcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var scope = new CallScope(Cause.message(message.id()), () -> texts);
        for (var step : Objects.requireNonNull(plan.steps())) {
            var arguments = step.arguments() == null ? Map.<String, Object>of() : step.arguments();
            var result =
                    scope.call(() -> call.here(Objects.requireNonNull(step.tool()), arguments, Runs.rightsOf(plan)));
            outcome.results().add(result);
            result.path("change_sets").forEach(set -> {
                var id = UUID.fromString(set.path("id").asString());
                boolean waits = false;
                boolean applied = false;
                for (var operation : set.path("operations")) {
                    waits |= operation.path("status").asString("").equals("waiting");
                    applied |= operation.path("status").asString("").equals("applied");
                }
                if (applied) {
                    outcome.applied().add(id);
                }
                if (waits) {
                    outcome.waiting().add(id);
                }
            });
        }
        return outcome;
    }

    /** What to say where the goal says nothing itself. */
    static Answered told(Outcome outcome) {
        var lines = new ArrayList<String>();
        outcome.results().forEach(result -> result.path("change_sets")
                .forEach(set -> set.path("operations").forEach(operation -> lines.add(line(operation)))));
        String text = lines.isEmpty() ? "Nothing had to be changed." : String.join("\n", lines);
        return Answers.said(text, List.of());
    }

    private static String line(JsonNode operation) {
        String done =
                switch (operation.path("status").asString("")) {
                    case "applied" ->
                        switch (operation.path("op").asString("")) {
                            case "create" -> "Made";
                            case "delete" -> "Deleted";
                            case "restore" -> "Restored";
                            default -> "Changed";
                        };
                    case "waiting" -> "Waits for a decision";
                    default -> "Refused";
                };
        String reason = operation.path("reason").asString("");
        return "%s: %s %s.%s"
                .formatted(
                        done,
                        operation.path("type").asString("").replace('_', ' '),
                        operation.path("title").asString(""),
                        reason.isBlank() || done.equals("Made") || done.equals("Changed") ? "" : " " + reason);
    }
}
