package dev.windrose.context.retrieval;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what records of one type say. Types without one are read by their long texts. */
public interface ChunkSource {

    /** The record type. */
    String type();

    /** Of these records those that are in use and say something; of the workspace in scope, within a transaction. */
    Map<UUID, SourceText> of(Collection<UUID> ids);

    /** Other records of the type that say something else since these have changed, for example because their headings do. */
    default Collection<UUID> led(Collection<UUID> changed) {
        return List.of();
    }
}
