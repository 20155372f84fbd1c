package dev.windrose.records.quality;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.jobs.Job;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.Jobs;
import dev.windrose.records.access.AccessSql;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The state of the records as the actor sees them. Few are counted at once; many in the background, and shown as of then. */
@Component
public class DataQuality {

    private static final long COUNTED_AT_ONCE = 20_000;
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final int LOOKED_AT = 20;

    private final MeasureQuality measure;
    private final SnapshotStore snapshots;
    private final AccessSql access;
    private final Jobs jobs;
    private final Clock clock;

    DataQuality(MeasureQuality measure, SnapshotStore snapshots, AccessSql access, Jobs jobs, Clock clock) {
        this.measure = measure;
        this.snapshots = snapshots;
        this.access = access;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** @param asOf null while the first figures are being worked out */
    public record State(@Nullable Instant asOf, boolean refreshing, List<TypeQuality> types) {}

    @Transactional
    public State read() {
        if (!measure.many(COUNTED_AT_ONCE)) {
            return new State(clock.instant(), refreshing(), measure.all());
        }
        var last = snapshots.find(whose());
        boolean old = last.map(snapshot -> snapshot.asOf().plus(FRESH).isBefore(clock.instant()))
                .orElse(true);
        if (old && !refreshing()) {
            start(false);
        }
        return last.map(snapshot -> new State(snapshot.asOf(), refreshing(), snapshot.types()))
                .orElseGet(() -> new State(null, true, List.of()));
    }

    /** Also reads every address again. */
    @Transactional
    public State refresh() {
        if (!refreshing()) {
            start(true);
        }
        var state = read();
        return new State(state.asOf(), true, state.types());
    }

    private void start(boolean addresses) {
        String key = "%s %s".formatted(whose(), clock.instant());
        jobs.enqueue(JobRequest.of(RefreshQuality.TYPE, key, new RefreshQuality.Order(whose(), addresses)));
    }

    private boolean refreshing() {
        return jobs.ofType(RefreshQuality.TYPE, LOOKED_AT).stream()
                .filter(job -> job.key().startsWith(whose() + " "))
                .anyMatch(DataQuality::goesOn);
    }

    private static boolean goesOn(Job job) {
        return switch (job.status()) {
            case QUEUED, RUNNING, WAITING -> true;
            case DONE, DEAD, CANCELLED, SKIPPED -> false;
        };
    }

    /** All who see everything share their figures. */
    private String whose() {
        var person = ActorScope.current().rightsOf();
        return access.seesEverything() && !access.hidesAnything() || person == null ? "everything" : person.toString();
    }
}
