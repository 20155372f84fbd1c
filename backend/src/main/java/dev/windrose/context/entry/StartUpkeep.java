package dev.windrose.context.entry;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.Jobs;
import dev.windrose.platform.people.Workspaces;
import java.util.List;
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

/** Looks every hour whether a new day has begun in a workspace with entries that end, and starts its daily upkeep. */
@Component
class StartUpkeep implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(StartUpkeep.class);

    private final RetentionStore store;
    private final Jobs jobs;
    private final Workspaces workspaces;
    private final TransactionTemplate transaction;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("context-upkeep").factory());

    StartUpkeep(RetentionStore store, Jobs jobs, Workspaces workspaces, TransactionTemplate transaction) {
        this.store = store;
        this.jobs = jobs;
        this.workspaces = workspaces;
        this.transaction = transaction;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        timer.scheduleWithFixedDelay(this::lookRound, 3, 60, TimeUnit.MINUTES);
    }

    private void lookRound() {
        try {
            now();
        } catch (RuntimeException e) {
            LOG.warn("The upkeep of entries could not be started; it is tried again within the hour", e);
        }
    }

    /** Starts a job in each workspace that needs one and has not had it today. */
    void now() {
        List<TenantId> tenants = Objects.requireNonNull(transaction.execute(_ -> store.tenants()));
        for (var tenant : tenants) {
            ActorScope.run(
                    Actor.system(tenant),
                    () -> transaction.executeWithoutResult(_ -> jobs.enqueue(
                            JobRequest.of(RunUpkeep.TYPE, workspaces.today().toString(), Map.of()))));
        }
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
