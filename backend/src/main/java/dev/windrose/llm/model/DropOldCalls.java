package dev.windrose.llm.model;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import java.time.Clock;
import java.time.Duration;
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

/** Calls hold texts, so each workspace says how long they are kept. */
@Component
class DropOldCalls implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DropOldCalls.class);

    private final ModelStore store;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("drop-old-calls").factory());

    DropOldCalls(ModelStore store, TransactionTemplate transactions, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void watch() {
        timer.scheduleWithFixedDelay(this::lookRound, 10, 240, TimeUnit.MINUTES);
    }

    private void lookRound() {
        try {
            store.tenants().forEach(tenant -> drop(new TenantId(tenant)));
        } catch (RuntimeException e) {
            LOG.warn("Old calls of language models could not be removed; it is tried again later", e);
        }
    }

    int drop(TenantId tenant) {
        return ActorScope.call(
                Actor.system(tenant),
                () -> transactions.execute(_ -> store.dropBefore(clock.instant()
                        .minus(Duration.ofDays(
                                store.policy().orElse(ModelPolicy.CLOSED).keepDays())))));
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
