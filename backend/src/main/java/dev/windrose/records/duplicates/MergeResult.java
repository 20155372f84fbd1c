package dev.windrose.records.duplicates;

import dev.windrose.records.change.ChangeSet;
import java.util.UUID;

/** @param proposed it waits for a person */
public record MergeResult(UUID mergeId, UUID survivor, ChangeSet changes, boolean proposed) {}
