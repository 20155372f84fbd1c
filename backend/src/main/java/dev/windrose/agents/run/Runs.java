package dev.windrose.agents.run;

import dev.windrose.agents.tool.ToolRights;
import dev.windrose.context.RunEvent;
import dev.windrose.context.RunLog;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.Role;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.Jobs;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** The runs of the workspace. Each belongs to whoever started it; administrators see all. */
@Component
public class Runs {

    private static final String SUBJECT = "run";
    private static final int PRIORITY = 5;

    private final AgentRunStore store;
    private final RunLog log;
    private final Jobs jobs;
    private final CheckPlan check;
    private final RunSettings settings;
    private final Clock clock;

    Runs(AgentRunStore store, RunLog log, Jobs jobs, CheckPlan check, RunSettings settings, Clock clock) {
        this.store = store;
        this.log = log;
        this.jobs = jobs;
        this.check = check;
        this.settings = settings;
        this.clock = clock;
    }

    /** Run, first event and job in one transaction. */
    @Transactional
    public AgentRun start(RunPlan plan) {
        Permissions.require(Operation.SUBMIT, SUBJECT);
        return begin(check.of(plan), null, null);
    }

    /**
     * With what steps need of each other made complete. Nothing is started.
     *
     * @throws AppException naming what cannot be carried out
     */
    public RunPlan checked(RunPlan plan) {
        Permissions.require(Operation.SUBMIT, SUBJECT);
        return check.of(plan);
    }

    /** What the plan may use, at most. */
    public static ToolRights rightsOf(RunPlan plan) {
        return plan.rights();
    }

    /** In a transaction, as whoever the run is for. */
    AgentRun begin(@Nullable RunPlan wanted, @Nullable AgentRun parent, @Nullable String step) {
        if (wanted == null) {
            throw new AppException(CommonError.REQUIRED, "What is the run to do?", "run");
        }
        var plan = parent == null ? wanted : inherited(wanted, parent);
        var id = Ids.next();
        var job = jobs.enqueue(
                JobRequest.of(DoRuns.TYPE, id.toString(), new DoRuns.Input(id)).withPriority(PRIORITY));
        var run = new AgentRun(
                id,
                parent == null ? id : parent.root(),
                parent == null ? null : parent.id(),
                step,
                job,
                plan,
                AgentRun.RUNNING,
                false,
                false,
                null,
                null,
                null,
                RunUse.NOTHING,
                ActorScope.current().rightsOf(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null);
        log.open(id);
        store.insert(run);
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("run_id", id.toString());
        data.put("goal", plan.goal());
        data.put("agent", plan.agentName());
        data.put("shape", plan.shape());
        data.put("steps", plan.allSteps().stream().map(RunStep::id).toList());
        log.tell(id, "run_started", data);
        return run;
    }

    /** Never more than the parent may, nor than it has left. */
    private RunPlan inherited(RunPlan plan, AgentRun parent) {
        var rights = plan.rights().narrowedBy(parent.plan().rights());
        var left = settings.limits().narrowedBy(parent.plan().limits()).less(parent.use());
        var own = new RunPlan(
                plan.goal(),
                plan.agentName().equals("Agent") ? parent.plan().agentName() : plan.agentName(),
                plan.shape(),
                plan.steps(),
                plan.playbook(),
                plan.input(),
                plan.fields(),
                rights.names().isEmpty() ? null : List.copyOf(rights.names()),
                rights.most().wire(),
                plan.limits());
        return own.within(left.narrowedBy(plan.limits()));
    }

    /** @throws AppException NOT_FOUND also for a run of somebody else */
    @Transactional(readOnly = true)
    public AgentRun get(UUID id) {
        Permissions.require(Operation.READ, SUBJECT);
        return store.find(id).filter(Runs::seen).orElseThrow(Runs::unknown);
    }

    private static boolean seen(AgentRun run) {
        var actor = ActorScope.current();
        return actor.role().atLeast(Role.ADMIN)
                || run.startedBy() != null && run.startedBy().equals(actor.rightsOf());
    }

    private static AppException unknown() {
        return new AppException(CommonError.NOT_FOUND, "There is no such run.");
    }

    /** Newest first, without sub-runs. */
    @Transactional(readOnly = true)
    public List<AgentRun> list(@Nullable String status, int most) {
        Permissions.require(Operation.READ, SUBJECT);
        var actor = ActorScope.current();
        var person = actor.rightsOf();
        if (person == null && !actor.role().atLeast(Role.ADMIN)) {
            return List.of();
        }
        return store.list(actor.role().atLeast(Role.ADMIN) ? null : person, status, most);
    }

    /** The run and all sub-runs of its tree. */
    @Transactional(readOnly = true)
    public List<AgentRun> tree(UUID id) {
        return store.tree(get(id).root());
    }

    @Transactional(readOnly = true)
    public List<RunEvent> events(UUID id, int after) {
        get(id);
        return log.after(id, after);
    }

    /** At once where it waits, else at its next step; sub-runs too. */
    @Transactional
    public AgentRun cancel(UUID id) {
        var run = changeable(id);
        store.tree(run.root()).stream().filter(one -> within(one, run)).forEach(this::end);
        if (run.parent() != null) {
            store.find(run.parent()).ifPresent(parent -> jobs.wake(parent.job()));
        }
        return get(id);
    }

    private boolean within(AgentRun one, AgentRun run) {
        if (one.id().equals(run.id())) {
            return true;
        }
        return one.parent() != null
                && store.find(one.parent()).map(parent -> within(parent, run)).orElse(false);
    }

    private void end(AgentRun run) {
        if (run.ended() || !log.end(run.id(), AgentRun.CANCELLED)) {
            return;
        }
        store.end(run.id(), AgentRun.CANCELLED, true, null, "Cancelled.", clock.instant());
        var by = ActorScope.current().name();
        log.tell(run.id(), "cancelled", Map.of("run_id", run.id().toString(), "by", by));
        jobs.cancel(run.job());
    }

    @Transactional
    public AgentRun pause(UUID id) {
        return paused(id, true);
    }

    /** Ends a pause. */
    @Transactional
    public AgentRun resume(UUID id) {
        return paused(id, false);
    }

    private AgentRun paused(UUID id, boolean paused) {
        var run = changeable(id);
        if (run.paused() != paused) {
            log.tell(
                    id,
                    paused ? "paused" : "resumed",
                    Map.of(
                            "by",
                            ActorScope.current().name(),
                            "at",
                            clock.instant().toString()));
            store.pause(id, paused);
            jobs.wake(run.job());
        }
        return get(id);
    }

    /** One answer to a question; the run goes on. */
    @Transactional
    public AgentRun answer(UUID id, String question, Map<String, @Nullable Object> answer) {
        var run = changeable(id);
        var open = question(run, question);
        answer.keySet().stream()
                .filter(field -> !open.path("fields").has(field))
                .findFirst()
                .ifPresent(field -> {
                    throw new AppException(
                            CommonError.UNKNOWN_FIELD, "\"%s\" is not asked for.".formatted(field), field);
                });
        var actor = ActorScope.current();
        if (!store.answer(id, question, answer, actor.person(), clock.instant())) {
            throw new AppException(CommonError.CONFLICT, "This question has been answered.");
        }
        log.tell(id, "answered", Map.of("question", question, "answer", answer, "by", actor.name()));
        jobs.wake(run.job());
        return get(id);
    }

    private static JsonNode question(AgentRun run, String question) {
        if (run.waitsFor() != null) {
            for (var one : run.waitsFor()) {
                if (one.path("question").asString("").equals(question)) {
                    return one;
                }
            }
        }
        throw new AppException(CommonError.CONFLICT, "The run waits for no such answer.", "question");
    }

    private AgentRun changeable(UUID id) {
        Permissions.require(Operation.SUBMIT, SUBJECT);
        var run = get(id);
        if (run.ended()) {
            throw new AppException(CommonError.CONFLICT, "The run has ended.");
        }
        return run;
    }
}
