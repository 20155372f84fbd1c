package dev.windrose.integrations;

import dev.windrose.integrations.LostMessageStore.Waiting;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import dev.windrose.platform.jobs.Jobs;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Messages that wait while nothing works on them any more, as where the process ended over one again and again, or where somebody cancelled its job.
 * They are said to have failed, so that a person sees them and can have them handled again.
 */
@Component
class FindLostMessages implements DisposableBean {

    static final String REASON = "not_handled";

    private static final Logger LOG = LoggerFactory.getLogger(FindLostMessages.class);
    private static final int BATCH = 500;
    private static final UUID FIRST = new UUID(0, 0);
    private static final String SENTENCE =
            "The work on it ended without a result: the program stopped over it again and again, or somebody cancelled it. Handle it again,"
                    + " or write its words in its place.";

    private final LostMessageStore store;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("lost-messages").factory());

    FindLostMessages(LostMessageStore store, Jobs jobs, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.jobs = jobs;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        timer.scheduleWithFixedDelay(this::lookRound, 0, 60, TimeUnit.MINUTES);
    }

    private void lookRound() {
        try {
            List<TenantId> tenants = Objects.requireNonNull(transaction.execute(_ -> store.tenants()));
            tenants.forEach(tenant -> ActorScope.call(Actor.system(tenant), this::look));
        } catch (RuntimeException e) {
            LOG.warn("Messages that wait could not be looked through; it is tried again within the hour", e);
        }
    }

    /** @return how many of this workspace were found */
    int look() {
        int found = 0;
        var after = FIRST;
        List<Waiting> batch;
        do {
            var from = after;
            batch = Objects.requireNonNull(transaction.execute(_ -> store.waitingAfter(from, BATCH)));
            for (var message : batch) {
                after = message.id();
            }
            found += fail(batch);
        } while (batch.size() == BATCH);
        return found;
    }

    private int fail(List<Waiting> batch) {
        if (batch.isEmpty()) {
            return 0;
        }
        var open =
                jobs.open(HandleMessage.TYPE, batch.stream().map(Waiting::job).toList());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return (int) batch.stream()
                .filter(message -> !open.contains(message.job()))
                .filter(message ->
                        Boolean.TRUE.equals(transaction.execute(_ -> store.failed(message, REASON, SENTENCE, now))))
                .count();
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
