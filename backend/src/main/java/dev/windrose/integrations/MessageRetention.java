package dev.windrose.integrations;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes away the words of messages that a workspace does not want to keep any longer. The line of the ledger stays. */
@Component
public class MessageRetention {

    private static final int LONGEST = 3650;
    private static final int BATCH = 500;

    private final MessageRetentionStore store;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MessageRetention(MessageRetentionStore store, AuditLog audit, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Days; empty where messages are kept for good. */
    @Transactional(readOnly = true)
    public Optional<Integer> days() {
        Permissions.require(Operation.MANAGE, "connections");
        return store.days();
    }

    @Transactional
    public Optional<Integer> change(@Nullable Integer days) {
        Permissions.require(Operation.MANAGE, "connections");
        if (days != null && (days < 1 || days > LONGEST)) {
            throw new AppException(CommonError.BAD_VALUE, "Messages are kept for 1 to 3650 days, or for good.", "days");
        }
        store.put(days);
        audit.append(AuditEntry.of(
                AuditAction.CONNECTION_CHANGED,
                "Retention of messages",
                Map.of("days", days == null ? "for good" : days.toString())));
        return store.days();
    }

    /** @return how many messages lost their words, in all workspaces */
    int remove() {
        int removed = 0;
        for (var tenant : tenants()) {
            removed += ActorScope.call(Actor.system(tenant), this::removeHere);
        }
        return removed;
    }

    private List<TenantId> tenants() {
        return transaction.execute(_ -> store.tenants());
    }

    private int removeHere() {
        int removed = 0;
        int last = BATCH;
        while (last == BATCH) {
            last = transaction.execute(_ -> {
                var days = store.days();
                var now = clock.instant();
                return days.isEmpty() ? 0 : store.remove(now.minus(Duration.ofDays(days.get())), now, BATCH);
            });
            removed += last;
        }
        return removed;
    }
}
