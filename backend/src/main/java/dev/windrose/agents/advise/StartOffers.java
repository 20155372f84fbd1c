package dev.windrose.agents.advise;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.Jobs;
import dev.windrose.platform.people.Workspaces;
import java.util.Map;
import java.util.Objects;
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

/** Looks every hour whether a new day has begun in a workspace with deals, and has its recommendations looked through. */
@Component
class StartOffers implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(StartOffers.class);

    private final RecommendationStore store;
    private final Jobs jobs;
    private final Workspaces workspaces;
    private final TransactionTemplate transaction;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("recommendations").factory());

    StartOffers(RecommendationStore store, Jobs jobs, Workspaces workspaces, TransactionTemplate transaction) {
        this.store = store;
        this.jobs = jobs;
        this.workspaces = workspaces;
        this.transaction = transaction;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        timer.scheduleWithFixedDelay(this::lookRound, 5, 60, TimeUnit.MINUTES);
    }

    private void lookRound() {
        try {
            now();
        } catch (RuntimeException e) {
            LOG.warn("Recommendations could not be looked through; it is tried again within the hour", e);
        }
    }

    void now() {
        var tenants = Objects.requireNonNull(transaction.execute(_ -> store.tenants()));
        for (var tenant : tenants) {
            ActorScope.run(
                    Actor.system(tenant),
                    () -> transaction.executeWithoutResult(_ -> jobs.enqueue(
                            JobRequest.of(OfferAdvice.TYPE, workspaces.today().toString(), Map.of()))));
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
