package dev.windrose.agents.run;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.ErrorKind;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.jobs.JobCancelled;
import dev.windrose.platform.jobs.JobContext;
import dev.windrose.platform.jobs.JobHandler;
import dev.windrose.platform.jobs.JobLost;
import dev.windrose.platform.jobs.JobParked;
import dev.windrose.platform.people.People;
import dev.windrose.platform.tool.Effect;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.bsc.langgraph4j.GraphDefinition;
import org.bsc.langgraph4j.GraphInput;
import org.bsc.langgraph4j.RunnableConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Works on runs. The agent acts for whoever started the run, in its own name, never with more than the plan allows. */
@Component
class DoRuns implements JobHandler {

    static final String TYPE = "agent_run";

    private final RunParts parts;
    private final EndRun end;
    private final ObjectProvider<Runs> runs;
    private final People people;

    DoRuns(RunParts parts, EndRun end, ObjectProvider<Runs> runs, People people) {
        this.parts = parts;
        this.end = end;
        this.runs = runs;
        this.people = people;
    }

    record Input(UUID run) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public @Nullable Object run(JobContext job) {
        var id = job.input(Input.class).run();
        var run = Objects.requireNonNull(
                parts.transaction().execute(status -> parts.store().find(id).orElseThrow()));
        if (run.ended()) {
            return null;
        }
        if (left(run.startedBy())) {
            end.failed(job, run, "Whoever started this run has left.");
            return null;
        }
        parts.transaction().executeWithoutResult(status -> parts.store().go(id, AgentRun.RUNNING, null));
        Actor person = ActorScope.current();
        try {
            ActorScope.run(agent(person, run), () -> work(job, run, person));
        } catch (RunStopped cancelled) {
            return null;
        } catch (AppException failure) {
            if (forGood(failure) || job.attempt() >= attempts()) {
                end.failed(job, run, String.valueOf(failure.getMessage()));
                return null;
            }
            throw failure;
        } catch (JobParked | JobCancelled | JobLost ends) {
            throw ends;
        } catch (RuntimeException broken) {
            if (job.attempt() >= attempts()) {
                end.failed(job, run, "The run failed " + attempts() + " times.");
            }
            throw broken;
        }
        return null;
    }

    @Override
    public void givenUp(JobContext job, String why) {
        var id = job.input(Input.class).run();
        var run = Objects.requireNonNull(
                parts.transaction().execute(status -> parts.store().find(id).orElseThrow()));
        if (!run.ended()) {
            end.failed(job, run, why);
        }
    }

    private static boolean forGood(AppException failure) {
        return failure.code().kind() == ErrorKind.INVALID
                || failure.code().kind() == ErrorKind.DENIED
                || failure.code().kind() == ErrorKind.NOT_FOUND;
    }

    private boolean left(@Nullable PersonId person) {
        return person != null
                && Boolean.FALSE.equals(parts.transaction()
                        .execute(status ->
                                people.find(person).map(one -> one.active()).orElse(false)));
    }

    private void work(JobContext job, AgentRun run, Actor person) {
        var failure = new AtomicReference<@Nullable Throwable>();
        var saver = new StepSaver(job);
        var nodes = new WorkOnRun(
                job,
                run,
                parts,
                end,
                (parent, step) -> ActorScope.call(person, () -> runs.getObject().begin(step.run(), parent, step.id())));
        int turns = 4 * parts.settings().steps() + 50;
        var graph = RunGraphs.of(run.plan().kind(), Told.of(nodes, failure), saver, turns);
        var config = RunnableConfig.builder().threadId(run.id().toString()).build();
        var input = saver.empty() ? GraphInput.args(Map.of("turn", 0)) : GraphInput.resume();
        while (saver.empty() || !saver.next().equals(GraphDefinition.END)) {
            try {
                graph.invoke(input, config);
            } catch (RuntimeException wrapped) {
                throw thrown(failure.get(), wrapped);
            }
            input = GraphInput.resume();
            if (saver.next().equals(RunGraphs.WAIT)) {
                park(run, nodes.waits());
            }
        }
    }

    private static RuntimeException thrown(@Nullable Throwable cause, RuntimeException wrapped) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : wrapped;
    }

    /** Returns at once where it has come meanwhile. */
    private void park(AgentRun run, WaitFor waits) {
        waits.begin();
        var described = waits.described();
        boolean come = Boolean.TRUE.equals(parts.transaction().execute(status -> {
            if (waits.come()) {
                return true;
            }
            if (!parts.store().go(run.id(), AgentRun.WAITING, described)) {
                throw new RunStopped();
            }
            parts.log().tellOnce(run.id(), "waiting", Map.of("for", described));
            return false;
        }));
        if (!come) {
            throw new JobParked(waits::come);
        }
    }

    private static Actor agent(Actor person, AgentRun run) {
        var scopes = new LinkedHashSet<String>();
        boolean all = person.scopes().contains("admin");
        boolean writes = all || person.scopes().contains("write");
        boolean reading = run.plan().rights().most() == Effect.READ;
        if (writes || person.scopes().contains("read")) {
            scopes.add("read");
        }
        if (!reading && writes) {
            scopes.add("write");
        }
        if (!reading && (writes || person.scopes().contains("intake"))) {
            scopes.add("intake");
        }
        return new Actor(
                person.tenant(),
                null,
                run.plan().agentName(),
                ActorKind.AGENT,
                person.role(),
                Set.copyOf(scopes),
                person.rightsOf());
    }
}
