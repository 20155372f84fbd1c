package dev.windrose.context.retrieval;

import dev.windrose.platform.id.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Finds chunks by the direction of their vectors. What a search may find is part of the search. */
interface VectorIndex {

    /** What rows note when they are in it; empty for the index of this process, which follows the rows by itself. */
    String name();

    /** New or instead of what it has under their ids. All have a vector. */
    void put(List<Chunk> chunks);

    /** Ids it does not know are no error. */
    void remove(TenantId tenant, Collection<UUID> chunks);

    /** The nearest of those in scope that this encoder has made, nearest first. */
    List<Near> search(ChunkScope scope, String encoder, float[] vector, int most);

    /** @param similarity the cosine */
    record Near(UUID chunk, double similarity) {}
}
