package dev.windrose.context.retrieval;

import dev.windrose.platform.id.TenantId;
import dev.windrose.records.Descriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads records of the workspace in scope, keeps their chunks and puts those into the index, as one step. */
@Component
class PutSources {

    private static final int TOGETHER = 50;

    private final WriteChunks write;
    private final Sources sources;
    private final ChunkIndexes indexes;

    PutSources(WriteChunks write, Sources sources, ChunkIndexes indexes) {
        this.write = write;
        this.sources = sources;
        this.indexes = indexes;
    }

    /** With those that say something else because of them. */
    void changed(TenantId tenant, Descriptor type, Collection<UUID> ids) {
        var all = new LinkedHashSet<>(ids);
        all.addAll(sources.of(type).led(ids));
        these(tenant, type, all);
    }

    void these(TenantId tenant, Descriptor type, Collection<UUID> ids) {
        var all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += TOGETHER) {
            some(tenant, type, all.subList(from, Math.min(all.size(), from + TOGETHER)));
        }
    }

    private void some(TenantId tenant, Descriptor type, List<UUID> ids) {
        indexes.answering()
                .ifPresent(index -> index.inOneStep(() -> {
                    var chunks = write.of(type, ids).stream().collect(Collectors.groupingBy(Chunk::source));
                    ids.forEach(id -> index.put(tenant, type.name(), id, chunks.getOrDefault(id, List.of())));
                }));
    }

    void gone(TenantId tenant, Descriptor type, Collection<UUID> ids) {
        indexes.answering()
                .ifPresent(index -> index.inOneStep(() -> {
                    write.forget(type, ids);
                    index.remove(tenant, type.name(), ids);
                }));
    }
}
