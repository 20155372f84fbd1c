package dev.windrose.agents.run;

import dev.windrose.agents.run.Playbook.Next;
import dev.windrose.agents.run.RunGraphs.Way;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.jobs.JobContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The nodes of the graph of one run, for one attempt at its job. Where the run stands is read from what has been finished. */
final class WorkOnRun implements RunGraphs.Nodes {

    static final String LIMIT = "limit";

    private static final String ROUND = "round:";

    private final JobContext job;
    private final AgentRun run;
    private final RunParts parts;
    private final Results results;
    private final DoStep doStep;
    private final WaitFor waits;
    private final EndRun end;
    private final BiFunction<AgentRun, RunStep, AgentRun> startChild;
    private final List<Round> rounds;
    private @Nullable String stopped;

    /** What a playbook said, as it is kept. */
    record Round(
            int number,
            @Nullable List<RunStep> steps,
            @Nullable String question,
            @Nullable Map<String, String> fields,
            @Nullable Object result,
            boolean finished) {}

    WorkOnRun(
            JobContext job,
            AgentRun run,
            RunParts parts,
            EndRun end,
            BiFunction<AgentRun, RunStep, AgentRun> startChild) {
        this.job = job;
        this.run = run;
        this.parts = parts;
        this.end = end;
        this.startChild = startChild;
        this.results = new Results(job);
        this.doStep = new DoStep(job, run, parts, run.plan().rights(), results);
        this.waits = new WaitFor(job, run, parts, results);
        this.rounds = new ArrayList<>(job.finishedWith(ROUND, Round.class));
        this.stopped = job.known(LIMIT, String.class).orElse(null);
    }

    @Override
    public void choose() {
        if (run.plan().kind() == RunShape.PLAN) {
            skipWhatCannotBe();
        } else if (stopped == null && (rounds.isEmpty() || roundIsOver(rounds.getLast()))) {
            nextRound();
        }
    }

    private boolean roundIsOver(Round round) {
        return !round.finished() && due().isEmpty() && waits.nothing();
    }

    /** Steps that need one which did not end well. */
    private void skipWhatCannotBe() {
        boolean more = true;
        while (more) {
            more = false;
            var ended = results.all();
            for (var step : steps()) {
                var missing = step.allNeeds().stream()
                        .map(ended::get)
                        .filter(need -> need != null && !need.done() && !Results.open(need))
                        .findFirst();
                if (!ended.containsKey(step.id()) && missing.isPresent()) {
                    skip(
                            step,
                            "The step %s did not end well."
                                    .formatted(missing.get().step()));
                    more = true;
                }
            }
        }
    }

    private void skip(RunStep step, String why) {
        results.put(job.step(Results.STEP + step.id(), StepResult.class, () -> {
            parts.log().tell(run.id(), "step_skipped", Map.of("step", step.id(), "error", why));
            return StepResult.skipped(step.id(), why);
        }));
    }

    private void nextRound() {
        int number = rounds.size() + 1;
        if (number > parts.settings().steps()) {
            stop("The limit of %d rounds is reached.".formatted(parts.settings().steps()));
            return;
        }
        var playbook = parts.check().playbook(String.valueOf(run.plan().playbook()));
        if (playbook == null) {
            throw new AppException(
                    CommonError.NOT_FOUND,
                    "The playbook %s is not there any more."
                            .formatted(run.plan().playbook()));
        }
        Map<String, @Nullable Object> input =
                run.plan().input() == null ? Map.of() : run.plan().input();
        var next = playbook.next(
                new Playbook.View(run.plan().goal(), input, number, results.all(), parts.answers(run.id())));
        var round = round(number, next);
        rounds.add(job.step(ROUND + number, Round.class, () -> {
            if (round.question() != null) {
                waits.ask("round_" + number, round.question(), fields(round));
            }
            return round;
        }));
    }

    private static Map<String, String> fields(Round round) {
        return round.fields() == null ? Map.of() : round.fields();
    }

    private Round round(int number, Next next) {
        return switch (next) {
            case Next.Call call -> new Round(number, named(number, call.steps()), null, null, null, false);
            case Next.Ask ask -> new Round(number, null, ask.question(), ask.fields(), null, false);
            case Next.Finish finish -> new Round(number, null, null, null, finish.result(), true);
        };
    }

    private List<RunStep> named(int number, List<RunStep> wanted) {
        return parts.check().ofRound(wanted, run.plan().rights()).stream()
                .map(step -> step.called("r%d_%s".formatted(number, step.id()), List.of()))
                .toList();
    }

    private List<RunStep> steps() {
        return run.plan().kind() == RunShape.LOOP
                ? rounds.stream()
                        .flatMap(round -> Optional.ofNullable(round.steps()).stream())
                        .flatMap(List::stream)
                        .toList()
                : run.plan().allSteps();
    }

    /** Steps that can begin now. */
    private List<RunStep> due() {
        var ended = results.all();
        return steps().stream()
                .filter(step -> !ended.containsKey(step.id()))
                .filter(step -> step.allNeeds().stream().allMatch(need -> {
                    var result = ended.get(need);
                    return result != null && result.done() && !Results.open(result);
                }))
                .toList();
    }

    @Override
    public void act() {
        var due = due();
        if (due.isEmpty()) {
            return;
        }
        Actor actor = ActorScope.current();
        int left = Math.max(1, stepsLeft());
        SideBySide.each(
                due.subList(0, Math.min(left, due.size())), parts.settings().atOnce(), actor, step -> {
                    if (withinLimits()) {
                        if (step.run() == null) {
                            doStep.of(step);
                        } else {
                            results.put(child(step));
                        }
                    }
                });
    }

    /** Steps at work at the same time do not go beyond the limit together. */
    private int stepsLeft() {
        var most = limits().steps();
        return most == null
                ? Integer.MAX_VALUE
                : most - parts.now(run.id()).use().steps();
    }

    private RunLimits limits() {
        return parts.settings().limits().narrowedBy(run.plan().limits());
    }

    private boolean withinLimits() {
        var now = parts.now(run.id());
        if (now.ended()) {
            throw new RunStopped();
        }
        var reached = limits().reached(now.use());
        reached.ifPresent(this::stop);
        return stopped == null;
    }

    private synchronized void stop(String why) {
        if (stopped == null) {
            stopped = job.step(LIMIT, String.class, () -> {
                parts.log().tell(run.id(), "limit_reached", Map.of("error", why));
                return why;
            });
        }
    }

    private StepResult child(RunStep step) {
        return job.step(Results.STEP + step.id(), StepResult.class, () -> {
            var child = startChild.apply(run, step);
            parts.log()
                    .tell(
                            run.id(),
                            "run_begun",
                            Map.of("step", step.id(), "run_id", child.id().toString()));
            return new StepResult(step.id(), StepResult.STARTED, null, null, null, null, null, child.id(), 1, 0);
        });
    }

    @Override
    public void check() {
        if (waits.asked() || stopped != null || !results.open().isEmpty()) {
            return;
        }
        var missing = new LinkedHashMap<String, String>();
        var found = end.extracted(results, Map.of());
        fieldsWanted().forEach((name, says) -> {
            if (!found.containsKey(name)) {
                missing.put(name, says);
            }
        });
        var only = results.all().values().stream().findFirst();
        if (!missing.isEmpty() && only.isPresent() && only.get().done()) {
            waits.askOnce("missing", "Some of it is missing. What is it?", missing);
        }
    }

    private Map<String, String> fieldsWanted() {
        return run.plan().fields() == null ? Map.of() : run.plan().fields();
    }

    @Override
    public void settle() {
        waits.settle();
    }

    @Override
    public void deliver() {
        Object last = rounds.isEmpty() ? null : rounds.getLast().result();
        end.of(job, run, steps(), results, last, stopped);
    }

    @Override
    public Way way() {
        boolean broken = steps().stream()
                .anyMatch(step -> !step.goesOn()
                        && results.all().get(step.id()) instanceof StepResult result
                        && !result.done()
                        && !Results.open(result)
                        && !result.status().equals(StepResult.SKIPPED)
                        && run.plan().kind() != RunShape.LOOP);
        if (stopped != null || broken) {
            return results.open().stream().anyMatch(StepResult::open) ? Way.WAIT : Way.DELIVER;
        }
        if (waits.paused()) {
            return Way.WAIT;
        }
        if (!due().isEmpty()) {
            return Way.ACT;
        }
        return waits.nothing() ? Way.DELIVER : Way.WAIT;
    }

    WaitFor waits() {
        return waits;
    }
}
