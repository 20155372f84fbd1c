package dev.windrose.platform.audit;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals what was written, in batches, within a second. What a crash left unsealed is sealed at the next start. */
@Component
class SealAudit implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SealAudit.class);
    private static final Duration BATCH = Duration.ofMillis(400);
    private static final int FULL = 10_000;

    private final AuditStore store;
    private final AuditHeads heads;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Set<TenantId> asked = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("seal-audit").factory());

    SealAudit(AuditStore store, AuditHeads heads, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.heads = heads;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Entries of the next moments go into the same seal. */
    void soon(TenantId tenant) {
        if (asked.add(tenant)) {
            timer.schedule(() -> seal(tenant), BATCH.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Also what another node left when it ended. */
    @EventListener(ApplicationReadyEvent.class)
    void sealWhatWasLeft() {
        timer.scheduleWithFixedDelay(this::sealAll, 0, 60, TimeUnit.SECONDS);
    }

    private void sealAll() {
        try {
            store.tenantsToSeal().forEach(this::seal);
        } catch (RuntimeException e) {
            LOG.warn("The audit log could not be looked through for unsealed entries", e);
        }
    }

    private void seal(TenantId tenant) {
        asked.remove(tenant);
        try {
            while (sealOnce(tenant) == FULL) {
                LOG.debug("The audit log has more to seal");
            }
        } catch (RuntimeException e) {
            LOG.warn("The audit log could not be sealed; it is tried again within a minute", e);
        }
    }

    int sealOnce(TenantId tenant) {
        return ActorScope.call(Actor.system(tenant), () -> {
            Integer sealed =
                    transaction.execute(_ -> store.seal(tenant, clock.instant().truncatedTo(ChronoUnit.MICROS)));
            if (sealed != null && sealed > 0) {
                transaction.executeWithoutResult(_ -> heads.keep(tenant, store.seals(tenant, 1)));
            }
            return sealed == null ? 0 : sealed;
        });
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
