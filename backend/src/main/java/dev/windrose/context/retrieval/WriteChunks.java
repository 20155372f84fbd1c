package dev.windrose.context.retrieval;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cuts what records say into chunks and keeps those in the database. What has not changed keeps its chunks and their vectors. */
@Component
class WriteChunks {

    private static final int MOST_PIECES = 2_000;

    private final Sources sources;
    private final ChunkStore store;
    private final SentenceStore sentences;

    WriteChunks(Sources sources, ChunkStore store, SentenceStore sentences) {
        this.sources = sources;
        this.store = store;
        this.sentences = sentences;
    }

    /** Brings the chunks of these records up to what they say now, and returns them; none for those that are gone. */
    @Transactional
    public List<Chunk> of(Descriptor type, Collection<UUID> ids) {
        store.lock();
        var said = sources.read(type, ids);
        var before = store.stamps(type.name(), ids);
        var stamps = new HashMap<UUID, String>();
        said.forEach((id, text) -> stamps.put(id, stamp(text)));
        var other = ids.stream()
                .filter(id -> !Objects.equals(stamps.get(id), before.get(id)))
                .collect(Collectors.toSet());
        if (!other.isEmpty()) {
            replace(type.name(), other, said, stamps);
        }
        return store.ofSources(type.name(), ids);
    }

    private void replace(String type, Set<UUID> ids, Map<UUID, SourceText> said, Map<UUID, String> stamps) {
        var kept = new HashMap<String, Deque<Chunk>>();
        for (var chunk : store.ofSources(type, ids)) {
            kept.computeIfAbsent(chunk.source() + chunk.hash(), _ -> new ArrayDeque<>())
                    .add(chunk);
        }
        var fresh = new ArrayList<Chunk>();
        var tenant = ActorScope.current().tenant();
        for (UUID id : ids) {
            var text = said.get(id);
            if (text != null) {
                fresh.addAll(chunks(tenant, type, text, kept));
            }
        }
        store.delete(type, ids);
        store.insert(fresh, stamps);
        sentences.forget();
    }

    private static List<Chunk> chunks(TenantId tenant, String type, SourceText text, Map<String, Deque<Chunk>> kept) {
        var chunks = new ArrayList<Chunk>();
        for (var part : text.parts()) {
            for (var piece : SplitText.of(part.path(), part.text())) {
                if (chunks.size() == MOST_PIECES) {
                    return chunks;
                }
                String hash = hash(Chunk.said(piece.heading(), piece.text()));
                var same =
                        kept.getOrDefault(text.id() + hash, new ArrayDeque<>()).poll();
                chunks.add(new Chunk(
                        tenant,
                        same == null ? Ids.next() : same.id(),
                        type,
                        text.id(),
                        text.version(),
                        chunks.size(),
                        part.field(),
                        piece.heading(),
                        piece.text(),
                        hash,
                        text.traits(),
                        same == null ? null : same.encoder(),
                        same == null ? null : same.vector()));
            }
        }
        return chunks;
    }

    /** Also changes with the way in which texts are cut. */
    private static String stamp(SourceText text) {
        return hash(SplitText.MOST + "\n" + text);
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is found of these records no longer counts: they are gone, or no longer among those that are kept. */
    @Transactional
    public void forget(Descriptor type, Collection<UUID> ids) {
        store.lock();
        store.delete(type.name(), new HashSet<>(ids));
        sentences.forget();
    }
}
