package dev.windrose.context.retrieval;

import dev.windrose.events.EventPosition;
import dev.windrose.platform.id.TenantId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The index of the process on its own. */
abstract class LuceneContract extends VectorIndexContract {

    @TempDir
    Path folder;

    ChunkIndex chunks;

    @BeforeEach
    void open() {
        chunks = ChunkIndex.create(folder, "test", true, EventPosition.START);
    }

    @AfterEach
    void close() {
        chunks.close();
    }

    @Override
    void put(List<Chunk> some) {
        some.forEach(chunk -> chunks.put(chunk.tenant(), chunk.type(), chunk.source(), List.of(chunk)));
        chunks.refresh();
    }

    @Override
    void remove(TenantId of, List<Chunk> some) {
        some.forEach(chunk -> chunks.remove(of, chunk.type(), List.of(chunk.source())));
        chunks.refresh();
    }
}
