package dev.windrose.context.retrieval;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptor;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills the index anew: first with the chunks that the database has, so that answers come soon, then with every record again, whose chunks are
 * made where they are missing or say something else. What is in neither goes.
 */
@Component
class RebuildChunks {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildChunks.class);
    private static final int PAGE = 500;
    private static final int RECORDS = 50;
    private static final long SHOWN = 2_000_000_000L;

    private final SourceStore store;
    private final ChunkStore chunks;
    private final Sources sources;
    private final PutSources put;
    private final int records;
    private final TransactionTemplate transactions;
    private long shown;

    RebuildChunks(
            SourceStore store,
            ChunkStore chunks,
            Sources sources,
            PutSources put,
            RetrievalSettings settings,
            TransactionTemplate transactions) {
        this.store = store;
        this.chunks = chunks;
        this.sources = sources;
        this.put = put;
        this.records = settings.records();
        this.transactions = transactions;
    }

    /** @return false where it was told to stop */
    boolean into(ChunkIndex index, BooleanSupplier goOn) {
        shown = System.nanoTime();
        var tenants = store.tenants();
        for (var tenant : tenants) {
            if (!ActorScope.call(Actor.system(tenant), () -> kept(tenant, index, goOn))) {
                return false;
            }
        }
        index.refresh();
        for (var tenant : tenants) {
            if (!ActorScope.call(Actor.system(tenant), () -> records(tenant, index, goOn))) {
                return false;
            }
        }
        return true;
    }

    /** Whole sources at a time, since the index replaces all chunks of one at once. */
    private boolean kept(TenantId tenant, ChunkIndex index, BooleanSupplier goOn) {
        for (var type : sources.types()) {
            UUID after = new UUID(0, 0);
            while (after != null) {
                if (!goOn.getAsBoolean()) {
                    return false;
                }
                after = page(tenant, type, index, after);
                show(index);
            }
        }
        return true;
    }

    private @Nullable UUID page(TenantId tenant, Descriptor type, ChunkIndex index, UUID after) {
        var last = new UUID[1];
        index.inOneStep(() -> {
            var ids = transactions.execute(_ -> chunks.sources(type.name(), after, PAGE));
            if (ids.isEmpty()) {
                return;
            }
            var all = transactions.execute(_ -> chunks.ofSources(type.name(), ids)).stream()
                    .collect(Collectors.groupingBy(Chunk::source));
            all.forEach((source, some) -> index.put(tenant, type.name(), source, some));
            last[0] = ids.size() < PAGE ? null : ids.getLast();
        });
        return last[0];
    }

    private boolean records(TenantId tenant, ChunkIndex index, BooleanSupplier goOn) {
        for (var type : sources.types()) {
            UUID after = trim(tenant, type);
            List<UUID> ids;
            do {
                if (!goOn.getAsBoolean()) {
                    return false;
                }
                ids = store.after(type, after, RECORDS);
                if (!ids.isEmpty()) {
                    after = ids.getLast();
                    one(tenant, type, ids);
                }
                show(index);
            } while (ids.size() == RECORDS);
        }
        return true;
    }

    /** Lets go of records that are gone, and of those that are too old to be kept. */
    void trim(TenantId tenant) {
        ActorScope.run(Actor.system(tenant), () -> sources.types().forEach(type -> trim(tenant, type)));
    }

    /** @return the record after which those begin that are kept */
    private UUID trim(TenantId tenant, Descriptor type) {
        UUID before = sources.whole(type) ? new UUID(0, 0) : store.beforeNewest(type, records);
        var ids = store.outlived(type, before);
        if (!ids.isEmpty()) {
            put.gone(tenant, type, ids);
        }
        return before;
    }

    /** A record that cannot be read keeps nobody else's from being found. */
    private void one(TenantId tenant, Descriptor type, List<UUID> ids) {
        try {
            put.these(tenant, type, ids);
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOG.error("No passages are kept of some of {} {} and those after it", type.name(), ids.getFirst(), e);
        }
    }

    private void show(ChunkIndex index) {
        if (System.nanoTime() - shown > SHOWN) {
            index.refresh();
            shown = System.nanoTime();
        }
    }
}
