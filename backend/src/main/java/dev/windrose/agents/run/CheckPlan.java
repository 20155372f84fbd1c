package dev.windrose.agents.run;

import dev.windrose.agents.tool.CheckArguments;
import dev.windrose.agents.tool.ToolRights;
import dev.windrose.agents.tool.Tools;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Refuses a plan that cannot be carried out, before anything is done. */
@Component
class CheckPlan {

    private static final int DEEPEST = 3;
    private static final int MOST_STEPS = 100;
    private static final int LONGEST_GOAL = 20_000;

    private final Tools tools;
    private final ObjectProvider<Playbook> playbooks;

    CheckPlan(Tools tools, ObjectProvider<Playbook> playbooks) {
        this.tools = tools;
        this.playbooks = playbooks;
    }

    /** With what steps need of each other made complete. */
    RunPlan of(RunPlan plan) {
        return of(plan, ToolRights.ALL, "", 1);
    }

    private RunPlan of(RunPlan plan, ToolRights outer, String at, int depth) {
        if (plan.goal() == null || plan.goal().isBlank()) {
            throw new AppException(CommonError.REQUIRED, "What is the goal?", at + "goal");
        }
        if (plan.goal().length() > LONGEST_GOAL) {
            throw new AppException(CommonError.TOO_LONG, "A goal has at most 20,000 characters.", at + "goal");
        }
        if (depth > DEEPEST) {
            throw new AppException(CommonError.TOO_LARGE, "Runs stand at most 3 within each other.", at + "steps");
        }
        var rights = plan.rights().narrowedBy(outer);
        return switch (plan.kind()) {
            case LOOP -> loop(plan, at);
            case SINGLE, EXTRACT -> {
                if (plan.allSteps().size() != 1) {
                    throw new AppException(CommonError.BAD_VALUE, "This shape has one step.", at + "steps");
                }
                yield steps(plan, rights, at, depth);
            }
            case PLAN -> steps(plan, rights, at, depth);
        };
    }

    private RunPlan loop(RunPlan plan, String at) {
        if (plan.playbook() == null || playbook(plan.playbook()) == null) {
            throw new AppException(
                    CommonError.NOT_FOUND, "There is no playbook \"%s\".".formatted(plan.playbook()), at + "playbook");
        }
        return plan;
    }

    @org.jspecify.annotations.Nullable
    Playbook playbook(String name) {
        return playbooks
                .orderedStream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private RunPlan steps(RunPlan plan, ToolRights rights, String at, int depth) {
        if (plan.kind() == RunShape.EXTRACT
                && (plan.fields() == null || plan.fields().isEmpty())) {
            throw new AppException(CommonError.REQUIRED, "Which fields are wanted?", at + "fields");
        }
        return plan.with(steps(plan.allSteps(), rights, at, depth));
    }

    /** Steps that a playbook wants, under names of their own. */
    List<RunStep> ofRound(List<RunStep> steps, ToolRights rights) {
        return steps(steps, rights, "", DEEPEST);
    }

    private List<RunStep> steps(List<RunStep> steps, ToolRights rights, String at, int depth) {
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw new AppException(CommonError.BAD_VALUE, "A plan has 1 to 100 steps.", at + "steps");
        }
        var known = new LinkedHashMap<String, RunStep>();
        for (int index = 0; index < steps.size(); index++) {
            var step = steps.get(index);
            String here = "%ssteps.%d.".formatted(at, index);
            if (step.id() == null || !step.id().matches("[a-z0-9_]{1,40}")) {
                throw new AppException(
                        CommonError.BAD_VALUE, "A step is called by letters, digits and _.", here + "id");
            }
            if (known.put(step.id(), step(step, rights, here, depth)) != null) {
                throw new AppException(
                        CommonError.ALREADY_EXISTS, "Two steps are called %s.".formatted(step.id()), here + "id");
            }
        }
        var complete =
                known.values().stream().map(step -> needing(step, known, at)).toList();
        refuseCircles(complete, at);
        return complete;
    }

    private RunStep step(RunStep step, ToolRights rights, String at, int depth) {
        if (step.run() != null) {
            return new RunStep(
                    step.id(),
                    null,
                    null,
                    step.needs(),
                    step.onFailure(),
                    null,
                    null,
                    of(step.run(), rights, at + "run.", depth + 1));
        }
        if (step.tool() == null) {
            throw new AppException(CommonError.REQUIRED, "Which tool does this step call?", at + "tool");
        }
        if (step.onFailure() != null && !Set.of("stop", "go_on").contains(step.onFailure())) {
            throw new AppException(CommonError.BAD_VALUE, "After a failure: stop or go_on.", at + "on_failure");
        }
        call(step.tool(), step.given(), rights, at);
        if (step.fallback() != null) {
            var other = step.fallback();
            call(other.tool(), other.arguments() == null ? Map.of() : other.arguments(), rights, at + "fallback.");
        }
        return step;
    }

    private void call(String tool, Map<String, ?> arguments, ToolRights rights, String at) {
        var definition = tools.get(tool);
        if (!rights.allow(definition)) {
            throw new AppException(
                    CommonError.NOT_ALLOWED, "This agent may not use the tool %s.".formatted(tool), at + "tool");
        }
        CheckArguments.check(definition.schema(), arguments, at + "arguments", References::is);
    }

    private static RunStep needing(RunStep step, Map<String, RunStep> known, String at) {
        var needs = new LinkedHashSet<>(step.allNeeds());
        needs.addAll(References.steps(step.given()));
        if (step.fallback() != null) {
            needs.addAll(References.steps(step.fallback().arguments()));
        }
        needs.forEach(need -> {
            if (!known.containsKey(need) || need.equals(step.id())) {
                throw new AppException(
                        CommonError.NOT_FOUND,
                        "The step %s needs \"%s\", which is no other step.".formatted(step.id(), need),
                        at + "steps");
            }
        });
        return step.called(step.id(), List.copyOf(needs));
    }

    private static void refuseCircles(List<RunStep> steps, String at) {
        var left = new ArrayList<>(steps);
        var done = new LinkedHashSet<String>();
        boolean moved = true;
        while (moved) {
            moved = left.removeIf(step -> done.containsAll(step.allNeeds()) && done.add(step.id()));
        }
        if (!left.isEmpty()) {
            throw new AppException(
                    CommonError.BAD_VALUE,
                    "The steps %s need each other in a circle."
                            .formatted(left.stream().map(RunStep::id).toList()),
                    at + "steps");
        }
    }
}
