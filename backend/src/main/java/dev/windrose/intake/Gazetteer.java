package dev.windrose.intake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.intake.names.TenantNames;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The names of each workspace in memory: read at first use, then kept up to date by what is written. */
@Component
class Gazetteer {

    private final NameStore store;
    private final TransactionTemplate transactions;
    private final Cache<TenantId, Kept> tenants = Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterAccess(Duration.ofHours(6))
            .build();

    /** @param written what has been written since, not read again yet */
    private record Kept(TenantNames names, Set<Written> written) {}

    private record Written(String type, UUID id) {}

    Gazetteer(NameStore store, TransactionTemplate transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    TenantNames current() {
        var kept = tenants.get(ActorScope.current().tenant(), tenant -> load());
        if (!kept.written.isEmpty()) {
            read(kept, List.copyOf(kept.written));
        }
        return kept.names;
    }

    private Kept load() {
        var names = new TenantNames();
        transactions.executeWithoutResult(_ -> store.all(names::put));
        return new Kept(names, ConcurrentHashMap.newKeySet());
    }

    /** Has the named records read again at the next use. Right after a commit nothing can be read: the connection has no workspace then. */
    void outdated(String type, Collection<UUID> ids) {
        var kept = tenants.getIfPresent(ActorScope.current().tenant());
        if (kept != null && NameStore.TYPES.contains(type)) {
            kept.written.addAll(written(type, ids));
        }
    }

    /** Reads the named records again, where the workspace is in memory. */
    void refresh(String type, Collection<UUID> ids) {
        var kept = tenants.getIfPresent(ActorScope.current().tenant());
        if (kept != null && !ids.isEmpty() && NameStore.TYPES.contains(type)) {
            read(kept, written(type, ids));
        }
    }

    private static List<Written> written(String type, Collection<UUID> ids) {
        return ids.stream().map(id -> new Written(type, id)).toList();
    }

    /** What is written once more while it is read stays to be read. */
    private void read(Kept kept, List<Written> written) {
        written.forEach(kept.written::remove);
        try {
            written.stream()
                    .collect(groupingBy(Written::type, mapping(Written::id, toSet())))
                    .forEach((type, ids) -> read(kept.names, type, ids));
        } catch (RuntimeException failed) {
            kept.written.addAll(written);
            throw failed;
        }
    }

    private void read(TenantNames names, String type, Set<UUID> ids) {
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
