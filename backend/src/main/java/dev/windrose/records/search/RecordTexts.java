package dev.windrose.records.search;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Texts by which records of a type are found and that are not in their rows, such as those of files. */
public interface RecordTexts {

    /** The record type. */
    String type();

    /** By id, for those that have some; of the workspace in scope. Read when a record is written and when the index is built. */
    Map<UUID, String> of(Collection<UUID> ids);
}
