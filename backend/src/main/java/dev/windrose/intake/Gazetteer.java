package dev.windrose.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.intake.names.TenantNames;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The names of each workspace in memory: read at first use, then kept up to date by what is written. */
@Component
class Gazetteer {

    private final NameStore store;
    private final TransactionTemplate transactions;
    private final Cache<TenantId, TenantNames> tenants = Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterAccess(Duration.ofHours(6))
            .build();

    Gazetteer(NameStore store, TransactionTemplate transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    TenantNames current() {
        return tenants.get(ActorScope.current().tenant(), tenant -> load());
    }

    private TenantNames load() {
        var names = new TenantNames();
        transactions.executeWithoutResult(_ -> store.all(names::put));
        return names;
    }

    /** Reads the named records again, where the workspace is in memory. */
    void refresh(String type, Collection<UUID> ids) {
        var names = tenants.getIfPresent(ActorScope.current().tenant());
        if (names == null || ids.isEmpty() || !NameStore.TYPES.contains(type)) {
            return;
        }
        var rows = Objects.requireNonNull(transactions.execute(_ -> store.some(type, ids)));
        var gone = new HashSet<>(ids);
        rows.forEach(row -> {
            names.put(row);
            gone.remove(UUID.fromString(row.id()));
        });
        gone.forEach(id -> names.remove(type, id.toString()));
    }

    /** After a change of many records at once it is cheaper to read all anew at the next use. */
    void forget() {
        tenants.invalidate(ActorScope.current().tenant());
    }
}
