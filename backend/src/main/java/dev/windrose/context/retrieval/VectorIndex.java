package dev.windrose.context.retrieval;

import java.util.List;
import java.util.UUID;

/** Finds chunks by the direction of their vectors. What a search may find is part of the search. */
interface VectorIndex {

    /** The nearest of those in scope that this encoder has made, nearest first. */
    List<Near> search(ChunkScope scope, String encoder, float[] vector, int most);

    /** @param similarity the cosine */
    record Near(UUID chunk, double similarity) {}
}
