package dev.windrose.platform.jobs;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The durable jobs of the actor's workspace. */
@Component
public class Jobs {

    private final JobStore store;
    private final JobBoardStore board;
    private final WakeJobs wake;
    private final JsonMapper json;
    private final Clock clock;

    Jobs(JobStore store, JobBoardStore board, WakeJobs wake, JsonMapper json, Clock clock) {
        this.store = store;
        this.board = board;
        this.wake = wake;
        this.json = json;
        this.clock = clock;
    }

    /** Joins the caller's transaction: rolled back with it, started once it is committed. */
    @Transactional
    public JobId enqueue(JobRequest request) {
        Actor actor = ActorScope.current();
        var id = JobId.next();
        boolean fresh = store.insert(
                actor.tenant(),
                id,
                request,
                json.writeValueAsString(StoredActor.of(actor)),
                json.writeValueAsString(request.input()),
                clock.instant());
        if (!fresh) {
            return store.find(actor.tenant(), request.type(), request.key());
        }
        wake.after(actor.tenant(), id, request.priority());
        return id;
    }

    /** Of those keys the ones whose job still runs, waits or begins; the others ended, or were never queued. */
    @Transactional(readOnly = true)
    public Set<String> open(String type, Collection<String> keys) {
        return store.open(ActorScope.current().tenant(), type, keys);
    }

    @Transactional(readOnly = true)
    public Optional<Job> find(JobId id) {
        return board.find(ActorScope.current().tenant(), id);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Job> list(@Nullable JobStatus status, int most) {
        return board.list(ActorScope.current().tenant(), status, most);
    }

    /** Those of one type, newest first. */
    @Transactional(readOnly = true)
    public List<Job> ofType(String type, int most) {
        return board.ofType(ActorScope.current().tenant(), type, most);
    }

    /**
     * Starts a dead, cancelled or skipped job again; finished steps are not repeated.
     *
     * @param input replaces the input, if not null
     */
    @Transactional(propagation = Propagation.REQUIRED)
    public void replay(JobId id, @Nullable JsonNode input) {
        var tenant = ActorScope.current().tenant();
        String edited = input == null ? null : json.writeValueAsString(input);
        int priority = board.replay(tenant, id, edited)
                .orElseThrow(() -> refusal(id, "Only a dead, cancelled or skipped job can be started again."));
        wake.after(tenant, id, priority);
    }

    /** Ends a waiting job at once, and a running one at its next step. */
    @Transactional
    public void cancel(JobId id) {
        if (!board.cancel(ActorScope.current().tenant(), id, clock.instant())) {
            throw refusal(id, "The job has already ended.");
        }
    }

    /** What a parked job waits for has come. A job that runs sees it itself; one that has ended stays as it is. */
    @Transactional
    public void wake(JobId id) {
        var tenant = ActorScope.current().tenant();
        board.parked(tenant, id).ifPresent(priority -> wake.after(tenant, id, priority));
    }

    /** Takes a dead job off the list of what needs attention. */
    @Transactional
    public void skip(JobId id) {
        if (!board.skip(ActorScope.current().tenant(), id)) {
            throw refusal(id, "Only a dead job can be skipped.");
        }
    }

    private AppException refusal(JobId id, String sentence) {
        return board.find(ActorScope.current().tenant(), id).isPresent()
                ? new AppException(CommonError.CONFLICT, sentence)
                : new AppException(CommonError.NOT_FOUND, "There is no such job.");
    }
}
