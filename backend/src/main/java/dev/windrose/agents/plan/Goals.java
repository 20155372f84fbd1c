package dev.windrose.agents.plan;

import dev.windrose.agents.run.RunPlan;
import dev.windrose.agents.run.Runs;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans that wait for the person who wanted them: looked at, edited, run or cancelled. */
@Component
public class Goals {

    private static final String SUBJECT = "run";

    private final GoalStore store;
    private final Runs runs;

    Goals(GoalStore store, Runs runs) {
        this.store = store;
        this.runs = runs;
    }

    /** @throws AppException NOT_FOUND also for a goal of somebody else */
    @Transactional(readOnly = true)
    public KeptGoal get(UUID id) {
        Permissions.require(Operation.READ, SUBJECT);
        return store.find(id)
                .filter(goal ->
                        Objects.equals(goal.person(), ActorScope.current().rightsOf()))
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such plan."));
    }

    /**
     * Starts the plan, once.
     *
     * @param edited instead of the plan that was shown; null takes that one
     * @throws AppException naming what cannot be carried out; the plan waits on
     */
    @Transactional
    public KeptGoal run(UUID id, @Nullable RunPlan edited) {
        var goal = waiting(id);
        var plan = Objects.requireNonNull(edited == null ? goal.plan() : edited);
        var run = runs.start(plan);
        if (!store.go(id, KeptGoal.SHOWN, KeptGoal.RUNNING, run.plan(), run.id())) {
            throw decided();
        }
        return get(id);
    }

    /** What the plan would be with what steps need of each other made complete. Nothing is started. */
    @Transactional(readOnly = true)
    public RunPlan checked(UUID id, RunPlan edited) {
        waiting(id);
        return runs.checked(edited);
    }

    @Transactional
    public KeptGoal cancel(UUID id) {
        Permissions.require(Operation.SUBMIT, SUBJECT);
        waiting(id);
        if (!store.go(id, KeptGoal.SHOWN, KeptGoal.CANCELLED, null, null)) {
            throw decided();
        }
        return get(id);
    }

    private KeptGoal waiting(UUID id) {
        var goal = get(id);
        if (!goal.status().equals(KeptGoal.SHOWN)) {
            throw decided();
        }
        return goal;
    }

    private static AppException decided() {
        return new AppException(CommonError.CONFLICT, "This plan was run or cancelled before.");
    }
}
