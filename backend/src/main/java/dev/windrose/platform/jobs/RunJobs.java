package dev.windrose.platform.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.people.People;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** One attempt at a job each time db-scheduler calls. */
@Component
class RunJobs implements ExecutionHandler<Void> {

    private static final Logger LOG = LoggerFactory.getLogger(RunJobs.class);
    private static final int LONGEST_ERROR = 4000;
    /** A job that ends its process this often without finishing a step is the cause, not the victim. */
    private static final int MOST_CRASHES = 10;

    private final ObjectProvider<JobHandler> handlers;
    private final JobStore store;
    private final TransactionTemplate transaction;
    private final TransactionTemplate separately;
    private final JsonMapper json;
    private final ObjectProvider<People> people;
    private final Clock clock;

    RunJobs(
            ObjectProvider<JobHandler> handlers,
            JobStore store,
            PlatformTransactionManager transactions,
            JsonMapper json,
            ObjectProvider<People> people,
            Clock clock) {
        this.handlers = handlers;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.separately = new TransactionTemplate(transactions);
        this.separately.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.json = json;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        var call = WakeJobs.Call.parse(instance.getId());
        var next = ActorScope.call(
                Actor.system(call.tenant()), () -> attempt(call, context.getSchedulerState()::isShuttingDown));
        return next.<CompletionHandler<Void>>map(time -> (done, operations) -> operations.reschedule(done, time))
                .orElseGet(CompletionHandler.OnCompleteRemove::new);
    }

    /** @return when to call again, if the job has not ended */
    private Optional<Instant> attempt(WakeJobs.Call call, BooleanSupplier stopping) {
        UUID token = Ids.next();
        var claimed = transaction.execute(status -> store.claim(call.tenant(), call.job(), token, clock.instant()));
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        var row = claimed.get();
        var actor = today(json.readValue(row.actor(), StoredActor.class).in(call.tenant()));
        var run = new JobRun(call.job(), row.type(), actor, row.input(), token, row.failures(), row.crashes());
        JobOutcome outcome = ActorScope.call(actor, () -> outcome(run, stopping));
        return Optional.ofNullable(transaction.execute(status -> {
            store.end(run, outcome, clock.instant());
            var goesOn = outcome.goesOn();
            return goesOn != null && goesOn.getAsBoolean() ? clock.instant() : outcome.next();
        }));
    }

    /** With the role the person has now: a right lost since the job was queued is lost for the job. */
    private Actor today(Actor queued) {
        var all = people.getIfAvailable();
        var id = queued.person();
        return all == null || id == null
                ? queued
                : Objects.requireNonNull(transaction.execute(status -> all.find(id)))
                        .map(person -> queued.in(person.role()))
                        .orElse(queued);
    }

    private JobOutcome outcome(JobRun run, BooleanSupplier stopping) {
        var handler = byType().get(run.type());
        if (handler == null) {
            return new JobOutcome(
                    JobStatus.DEAD, null, "Nothing handles jobs of type " + run.type() + ".", run.failures(), null);
        }
        if (run.crashes() >= MOST_CRASHES) {
            return givenUp(run, handler);
        }
        try {
            Object result = handler.run(new JobContext(run, store, transaction, separately, json, clock));
            return new JobOutcome(
                    JobStatus.DONE,
                    result == null ? null : json.writeValueAsString(result),
                    null,
                    run.failures(),
                    null);
        } catch (JobCancelled e) {
            return new JobOutcome(JobStatus.CANCELLED, null, null, run.failures(), null);
        } catch (JobParked e) {
            return JobOutcome.parked(run.failures(), e.goesOn());
        } catch (JobLost e) {
            LOG.warn("Job {} {} was taken over by another process", run.type(), run.job());
            return new JobOutcome(JobStatus.QUEUED, null, null, run.failures(), null);
        } catch (RuntimeException | Error e) {
            return stopping.getAsBoolean()
                    ? new JobOutcome(JobStatus.QUEUED, null, null, run.failures(), clock.instant())
                    : failed(run, handler, e);
        }
    }

    private JobOutcome givenUp(JobRun run, JobHandler handler) {
        String why = "The process ended " + MOST_CRASHES + " times during this job.";
        try {
            handler.givenUp(new JobContext(run, store, transaction, separately, json, clock), why);
        } catch (RuntimeException untold) {
            LOG.error("Job {} {} was given up, and nobody could be told", run.type(), run.job(), untold);
        }
        return new JobOutcome(JobStatus.DEAD, null, why, run.failures(), null);
    }

    private JobOutcome failed(JobRun run, JobHandler handler, Throwable e) {
        int failures = run.failures() + 1;
        boolean dead = failures >= handler.attempts() || isAboutTheInput(e) || handler.givesUpOn(e);
        LOG.warn("Job {} {} failed (attempt {}{})", run.type(), run.job(), failures, dead ? ", now dead" : "", e);
        var next = dead ? null : clock.instant().plus(handler.pauseAfter(failures));
        return new JobOutcome(dead ? JobStatus.DEAD : JobStatus.WAITING, null, describe(e), failures, next);
    }

    private static boolean isAboutTheInput(Throwable e) {
        return e instanceof AppException known
                && switch (known.code().kind()) {
                    case INVALID, DENIED, NOT_FOUND -> true;
                    case CONFLICT, LIMIT, UPSTREAM, INTERNAL -> false;
                };
    }

    private static @Nullable String describe(Throwable e) {
        String text = e instanceof AppException ? e.getMessage() : e.toString();
        return text != null && text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) : text;
    }

    private Map<String, JobHandler> byType() {
        var byType = new HashMap<String, JobHandler>();
        handlers.forEach(handler -> byType.put(handler.type(), handler));
        return byType;
    }
}
