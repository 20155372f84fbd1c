package dev.windrose.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Settings of each workspace in memory. This process forgets them once they change; another one has read them anew seconds later. */
public final class KeptPerTenant<T> {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final TransactionTemplate transactions;
    private final Supplier<T> read;
    private final Cache<TenantId, T> known =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(LONGEST).build();
    private final AtomicLong changes = new AtomicLong();

    public KeptPerTenant(TransactionTemplate transactions, Supplier<T> read) {
        this.transactions = transactions;
        this.read = read;
    }

    /** Nobody waits for another who reads: whoever waited could hold the connection that the other needs. */
    public T get() {
        var tenant = ActorScope.current().tenant();
        var kept = known.getIfPresent(tenant);
        if (kept != null) {
            return kept;
        }
        long before = changes.get();
        var fresh = Objects.requireNonNull(transactions.execute(_ -> read.get()));
        keep(tenant, fresh, before);
        return fresh;
    }

    /** What was read before a change is not kept after it. */
    private synchronized void keep(TenantId tenant, T fresh, long before) {
        if (changes.get() == before) {
            known.put(tenant, fresh);
        }
    }

    private synchronized void forget(TenantId tenant) {
        changes.incrementAndGet();
        known.invalidate(tenant);
    }

    /** At the end of the running transaction, so that nobody reads again what is about to change. */
    public void forgetAfterwards() {
        var tenant = ActorScope.current().tenant();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                forget(tenant);
            }
        });
    }
}
