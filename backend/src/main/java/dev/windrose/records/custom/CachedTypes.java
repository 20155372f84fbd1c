package dev.windrose.records.custom;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.TenantTypes;
import dev.windrose.records.TypeSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the types of each workspace. This process forgets them when it changes them; what another process has changed is noticed by each
 * write, and by reads within a second.
 */
@Component
class CachedTypes implements TenantTypes {

    /** Whoever is asked for choices may read records, whose types are then those built in. */
    private static final ScopedValue<Boolean> BUILDING = ScopedValue.newInstance();

    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    private final DefinitionStore store;
    private final OverlayTypes overlay;
    private final TransactionTemplate reading;
    private final TransactionTemplate apart;
    private final Cache<TenantId, Known> known =
            Caffeine.newBuilder().maximumSize(10_000).build();
    /** Raised with each change here, so that types read before it are not kept after it. */
    private final AtomicLong changes = new AtomicLong();

    private volatile TypeSet builtIn = new TypeSet(List.of());

    CachedTypes(DefinitionStore store, OverlayTypes overlay, PlatformTransactionManager transactions) {
        this.store = store;
        this.overlay = overlay;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        this.apart = new TransactionTemplate(transactions);
        apart.setReadOnly(true);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Known(TypeSet types, long version, AtomicLong checkedAt) {

        /** For one caller only, so that not all of them look at once. */
        boolean toCheck() {
            long before = checkedAt.get();
            long now = System.nanoTime();
            return now - before > FRESH && checkedAt.compareAndSet(before, now);
        }
    }

    @Override
    public TypeSet of(TenantId tenant, TypeSet declared) {
        builtIn = declared;
        if (BUILDING.isBound()) {
            return declared;
        }
        var own = changedHere();
        if (own != null && own.containsKey(tenant)) {
            return own.get(tenant).orElseGet(() -> {
                var types = build(tenant);
                own.put(tenant, Optional.of(types));
                return types;
            });
        }
        var types = known.getIfPresent(tenant);
        return types != null && !types.toCheck() ? types.types() : read(tenant, types);
    }

    @Override
    public void hold(TenantId tenant) {
        long version = store.hold(tenant);
        var types = known.getIfPresent(tenant);
        if (types != null && types.version() != version) {
            load(tenant, version);
        }
    }

    @Override
    public void changed(TenantId tenant) {
        store.raise(tenant);
        var own = changedHere();
        if (own != null && own.put(tenant, Optional.empty()) != null) {
            return;
        }
        var kept = own == null ? new HashMap<TenantId, Optional<TypeSet>>(Map.of(tenant, Optional.empty())) : own;
        if (own == null) {
            TransactionSynchronizationManager.bindResource(this, kept);
        }
        TransactionSynchronizationManager.registerSynchronization(new ForgetAtEnd(tenant, kept));
    }

    /** What the transaction has changed itself it sees at once, and nobody else does before its end. */
    @SuppressWarnings("unchecked")
    private @Nullable Map<TenantId, Optional<TypeSet>> changedHere() {
        return (Map<TenantId, Optional<TypeSet>>) TransactionSynchronizationManager.getResource(this);
    }

    /** A transaction apart from this one does not see its changes. */
    private final class ForgetAtEnd implements TransactionSynchronization {

        private final TenantId tenant;
        private final Map<TenantId, Optional<TypeSet>> kept;

        ForgetAtEnd(TenantId tenant, Map<TenantId, Optional<TypeSet>> kept) {
            this.tenant = tenant;
            this.kept = kept;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(CachedTypes.this);
        }

        @Override
        public void resume() {
            if (changedHere() == null) {
                TransactionSynchronizationManager.bindResource(CachedTypes.this, kept);
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(CachedTypes.this);
            forget(tenant);
        }
    }

    private TypeSet read(TenantId tenant, @Nullable Known types) {
        return Objects.requireNonNull(reading.execute(_ -> store.version(tenant)
                .map(version -> current(tenant, types, version))
                .orElseGet(() -> Objects.requireNonNull(apart.execute(
                        _ -> current(tenant, types, store.version(tenant).orElse(0L)))))));
    }

    private TypeSet current(TenantId tenant, @Nullable Known types, long version) {
        return types != null && types.version() == version ? types.types() : load(tenant, version);
    }

    private TypeSet load(TenantId tenant, long version) {
        long before = changes.get();
        var types = build(tenant);
        keep(tenant, new Known(types, version, new AtomicLong(System.nanoTime())), before);
        return types;
    }

    private TypeSet build(TenantId tenant) {
        return ScopedValue.where(BUILDING, true)
                .call(() -> overlay.over(builtIn, store.fields(tenant), store.entities(tenant)));
    }

    private synchronized void keep(TenantId tenant, Known types, long before) {
        if (changes.get() == before) {
            known.put(tenant, types);
        }
    }

    private synchronized void forget(TenantId tenant) {
        changes.incrementAndGet();
        known.invalidate(tenant);
    }
}
