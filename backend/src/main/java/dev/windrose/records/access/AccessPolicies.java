package dev.windrose.records.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The policies of each workspace in memory. This process forgets them once they change; another one has read them anew seconds later. */
@Component
class AccessPolicies {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final AccessStore store;
    private final TransactionTemplate transactions;
    private final Cache<TenantId, Policies> tenants =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(LONGEST).build();

    private final AtomicLong changes = new AtomicLong();

    AccessPolicies(AccessStore store, TransactionTemplate transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    /** Nobody waits for another who reads: whoever waited could hold the connection that the other needs. */
    Policies current() {
        var tenant = ActorScope.current().tenant();
        var known = tenants.getIfPresent(tenant);
        if (known != null) {
            return known;
        }
        long before = changes.get();
        var read = Objects.requireNonNull(transactions.execute(_ -> Policies.of(store.rules(), store.masks())));
        keep(tenant, read, before);
        return read;
    }

    /** What was read before a change is not kept after it. */
    private synchronized void keep(TenantId tenant, Policies read, long before) {
        if (changes.get() == before) {
            tenants.put(tenant, read);
        }
    }

    private synchronized void forget(TenantId tenant) {
        changes.incrementAndGet();
        tenants.invalidate(tenant);
    }

    /** At the end of the running transaction, so that nobody reads again what is about to change. */
    void forgetAfterwards() {
        var tenant = ActorScope.current().tenant();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                forget(tenant);
            }
        });
    }
}
