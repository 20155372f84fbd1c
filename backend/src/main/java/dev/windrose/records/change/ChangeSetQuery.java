package dev.windrose.records.change;

import dev.windrose.platform.id.ChangeSetId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which change sets to list, the newest first.
 *
 * @param record only those with an operation on this record
 * @param before only those older than this one
 */
public record ChangeSetQuery(
        @Nullable ChangeSetStatus status,
        @Nullable UUID record,
        @Nullable ChangeSetId before,
        int limit) {}
