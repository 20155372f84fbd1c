/**
 * Records that tell of the same thing: found as they arrive, kept as candidates, decided by people, merged and undone.
 *
 * <p>{@link dev.windrose.records.duplicates.Duplicates} is the queue, {@link dev.windrose.records.duplicates.MergeRecords} merges,
 * {@link dev.windrose.records.duplicates.LikelyRecords} finds what a new record may already be. Candidates follow the event log; no page view
 * looks for them. A merge is one change set, undone as any other.
 */
@NamedInterface("duplicates")
@NullMarked
package dev.windrose.records.duplicates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
