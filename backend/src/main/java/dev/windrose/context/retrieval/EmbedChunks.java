package dev.windrose.context.retrieval;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import dev.windrose.platform.process.RecentRequests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives chunks their vectors: of each text once, those that were just written at once, many in the background. What waits the index knows, so
 * nothing is forgotten by a crash.
 */
@Component
class EmbedChunks {

    private static final Logger LOG = LoggerFactory.getLogger(EmbedChunks.class);
    private static final int AT_ONCE = 64;
    private static final Duration QUIET = Duration.ofMillis(500);
    private static final Duration TROUBLE = Duration.ofSeconds(30);

    private final Encoders encoders;
    private final SourceStore sources;
    private final ChunkStore store;
    private final SentenceStore sentenceStore;
    private final ChunkIndexes indexes;
    private final RecentRequests requests;
    private final TransactionTemplate transactions;
    private final Map<TenantId, Long> troubled = new ConcurrentHashMap<>();

    EmbedChunks(
            Encoders encoders,
            SourceStore sources,
            ChunkStore store,
            SentenceStore sentenceStore,
            ChunkIndexes indexes,
            RecentRequests requests,
            TransactionTemplate transactions) {
        this.encoders = encoders;
        this.sources = sources;
        this.store = store;
        this.sentenceStore = sentenceStore;
        this.indexes = indexes;
        this.requests = requests;
        this.transactions = transactions;
    }

    /** Some chunks of each workspace. @return whether more wait */
    boolean some() throws InterruptedException {
        boolean more = false;
        var all = encoders.ofAll();
        var there = indexes.answering();
        if (there.isEmpty() || all.isPresent() && there.get().allRead(all.get())) {
            return false;
        }
        for (var tenant : sources.tenants()) {
            var index = indexes.answering();
            if (index.isPresent() && !waits(tenant)) {
                more |= ActorScope.call(Actor.system(tenant), () -> of(tenant, index.get()));
            }
        }
        return more;
    }

    private boolean waits(TenantId tenant) {
        var since = troubled.get(tenant);
        return since != null && System.nanoTime() - since < TROUBLE.toNanos();
    }

    private boolean of(TenantId tenant, ChunkIndex index) throws InterruptedException {
        var encoder = encoders.current();
        var ids = index.unread(tenant, encoder.name(), AT_ONCE);
        if (ids.isEmpty()) {
            return false;
        }
        long begin = System.nanoTime();
        try {
            read(tenant, index, encoder, ids);
            troubled.remove(tenant);
        } catch (RuntimeException e) {
            troubled.put(tenant, System.nanoTime());
            LOG.warn("Passages wait for their vectors: {}", e.getMessage());
            return false;
        }
        if (ids.size() == AT_ONCE) {
            rest(System.nanoTime() - begin);
        }
        return true;
    }

    /** While somebody works, no more than half of a core is taken. */
    private void rest(long took) throws InterruptedException {
        if (requests.within(QUIET)) {
            Thread.sleep(took / 1_000_000);
        }
    }

    private void read(TenantId tenant, ChunkIndex index, Encoder encoder, List<UUID> ids) {
        var chunks = transactions.execute(_ -> store.byIds(ids));
        var missing = new LinkedHashMap<String, String>();
        chunks.stream()
                .filter(chunk -> !encoder.name().equals(chunk.encoder()))
                .forEach(chunk -> missing.put(chunk.hash(), chunk.said()));
        if (!missing.isEmpty()) {
            // First: a chunk that has its vector is not read again.
            sentences(encoder, chunks);
            make(encoder, missing);
        }
        show(tenant, index, chunks, ids);
    }

    /** Texts that another record says as well have been read already. */
    private void make(Encoder encoder, Map<String, String> missing) {
        var made = new HashMap<>(transactions.execute(_ -> store.vectors(encoder.name(), missing.keySet())));
        var unread = new ArrayList<>(missing.keySet());
        unread.removeAll(made.keySet());
        for (int from = 0; from < unread.size(); from += encoder.together()) {
            var some = unread.subList(from, Math.min(unread.size(), from + encoder.together()));
            var vectors = encoder.of(some.stream().map(missing::get).toList());
            for (int i = 0; i < some.size(); i++) {
                made.put(some.get(i), vectors.get(i));
            }
        }
        transactions.executeWithoutResult(_ -> store.keep(encoder.name(), made));
    }

    /** Entries are few and asked for most: of these each sentence is read too. */
    private void sentences(Encoder encoder, List<Chunk> chunks) {
        var made = new HashMap<String, float[]>();
        for (var chunk : chunks) {
            if (chunk.traits().category() == null || encoder.name().equals(chunk.encoder())) {
                continue;
            }
            var said = NearestSentence.said(chunk);
            var vectors = new ArrayList<float[]>();
            for (int from = 0; from < said.size(); from += encoder.together()) {
                vectors.addAll(encoder.of(said.subList(from, Math.min(said.size(), from + encoder.together()))));
            }
            made.put(chunk.hash(), VectorBytes.joined(vectors));
        }
        if (!made.isEmpty()) {
            transactions.executeWithoutResult(_ -> sentenceStore.keep(encoder.name(), made));
        }
    }

    /** Sources as they are by now: what was read may be gone. */
    private void show(TenantId tenant, ChunkIndex index, List<Chunk> chunks, List<UUID> ids) {
        var found = chunks.stream().map(Chunk::id).collect(Collectors.toSet());
        if (!found.containsAll(ids)) {
            index.removeChunks(ids.stream().filter(id -> !found.contains(id)).toList());
        }
        chunks.stream()
                .collect(Collectors.groupingBy(Chunk::type, Collectors.mapping(Chunk::source, Collectors.toSet())))
                .forEach((type, all) -> index.inOneStep(() -> {
                    var now = transactions.execute(_ -> store.ofSources(type, all)).stream()
                            .collect(Collectors.groupingBy(Chunk::source));
                    all.forEach(source -> index.put(tenant, type, source, now.getOrDefault(source, List.of())));
                }));
        index.refresh();
    }
}
