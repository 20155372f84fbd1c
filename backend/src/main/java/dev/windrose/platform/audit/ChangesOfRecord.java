package dev.windrose.platform.audit;

import java.util.List;
import java.util.UUID;

/** Answered by the module that keeps change sets: a change of many records leaves one entry, which names none of them. */
public interface ChangesOfRecord {

    /** The newest change sets that touched the record; at most a thousand. */
    List<UUID> of(UUID record);
}
