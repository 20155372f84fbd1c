package dev.windrose.context.retrieval;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps an index outside of this process in step with the chunks of the database. Rows say what is there, so a crash leaves nothing behind. */
@Component
class PlaceVectors {

    private static final int AT_ONCE = 100;

    private final ExternalVectors external;
    private final SourceStore sources;
    private final ChunkStore chunks;
    private final PlacementStore store;
    private final TransactionTemplate transactions;
    /** Workspaces of which this process knows that nothing of theirs is noted for another index. */
    private final Set<TenantId> checked = ConcurrentHashMap.newKeySet();

    PlaceVectors(
            ExternalVectors external,
            SourceStore sources,
            ChunkStore chunks,
            PlacementStore store,
            TransactionTemplate transactions) {
        this.external = external;
        this.sources = sources;
        this.chunks = chunks;
        this.store = store;
        this.transactions = transactions;
    }

    /** Whether vectors are searched in the index of this process. */
    boolean here() {
        return external.index().isEmpty();
    }

    /** Some chunks of each workspace. @return whether more wait */
    boolean some() {
        var index = external.index();
        if (index.isEmpty()) {
            return false;
        }
        boolean more = false;
        for (var tenant : sources.tenants()) {
            more |= ActorScope.call(Actor.system(tenant), () -> of(tenant, index.get()));
        }
        return more;
    }

    private boolean of(TenantId tenant, KeptVectors index) {
        if (checked.add(tenant)) {
            transactions.executeWithoutResult(_ -> store.placedElsewhere(index.name()));
        }
        var gone = transactions.execute(_ -> store.leftovers(index.name(), AT_ONCE));
        if (!gone.isEmpty()) {
            index.remove(tenant, gone);
            transactions.executeWithoutResult(_ -> store.left(gone));
        }
        var fresh = transactions.execute(_ -> chunks.byIds(store.unplaced(AT_ONCE)).stream()
                .filter(chunk -> chunk.vector() != null)
                .toList());
        if (!fresh.isEmpty()) {
            index.put(fresh);
            transactions.executeWithoutResult(_ -> placed(index, fresh));
        }
        return !gone.isEmpty() || !fresh.isEmpty();
    }

    /** What has changed or gone while it was on its way is brought again, or taken away. */
    private void placed(KeptVectors index, List<Chunk> fresh) {
        chunks.lock();
        var now = chunks.byIds(fresh.stream().map(Chunk::id).toList());
        var same = now.stream()
                .filter(chunk -> fresh.stream().anyMatch(sent -> sent.id().equals(chunk.id()) && sent.same(chunk)))
                .toList();
        store.placed(index.name(), same);
        var there = now.stream().map(Chunk::id).toList();
        store.leave(
                index.name(),
                fresh.stream().map(Chunk::id).filter(id -> !there.contains(id)).toList());
    }
}
