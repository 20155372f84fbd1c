package dev.windrose.context.retrieval;

import dev.windrose.platform.id.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** An index outside of this process, to which vectors are brought. The index of this process has them with its chunks. */
interface KeptVectors extends VectorIndex {

    /** What rows note when they are in it. */
    String name();

    /** New or instead of what it has under their ids. All have a vector. */
    void put(List<Chunk> chunks);

    /** Ids it does not know are no error. */
    void remove(TenantId tenant, Collection<UUID> chunks);
}
