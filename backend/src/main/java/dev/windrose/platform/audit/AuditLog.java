package dev.windrose.platform.audit;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where everything that changes the workspace, or lets somebody in, leaves an entry. */
@Component
public class AuditLog {

    private final AuditStore store;
    private final SealAudit seal;
    private final Clock clock;

    AuditLog(AuditStore store, SealAudit seal, Clock clock) {
        this.store = store;
        this.seal = seal;
        this.clock = clock;
    }

    /** Written in the transaction of what it tells, so that neither is there without the other. */
    @Transactional
    public void append(AuditEntry entry) {
        store.insert(
                Ids.next(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                ActorScope.current(),
                MDC.get("request_id"),
                entry);
        var tenant = ActorScope.current().tenant();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                seal.soon(tenant);
            }
        });
    }
}
