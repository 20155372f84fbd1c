package dev.windrose.context;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The events of runs that do not answer a message: the same rows, told by whoever works on the run. */
@Component
public class RunLog {

    private final RunStore store;
    private final Clock clock;

    RunLog(RunStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void open(UUID run) {
        store.insert(run, now());
    }

    /** In the transaction of what is told. Holds the run until it ends, so events of one run stand in one order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(UUID run, String name, Map<String, ?> data) {
        store.lock(run);
        store.add(run, name, data, now());
    }

    /** As {@link #tell}, once: work that is begun anew after a crash tells nothing twice. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellOnce(UUID run, String name, Map<String, Object> data) {
        store.lock(run);
        store.append(run, name, data, now());
    }

    /** @return false where it has ended before */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(UUID run, String status) {
        store.lock(run);
        return store.end(run, status, now());
    }

    @Transactional(readOnly = true)
    public List<RunEvent> after(UUID run, int number) {
        return store.after(run, number);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
