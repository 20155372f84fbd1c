package dev.windrose.records.bulk;

import dev.windrose.platform.jobs.JobId;
import dev.windrose.records.change.ChangeSet;
import org.jspecify.annotations.Nullable;

/**
 * @param set what was or would be done, with its first operations; null while a job has yet to begin
 * @param job the job that does it, for many records
 */
public record BulkResult(
        @Nullable ChangeSet set,
        BulkCounts counts,
        @Nullable JobId job) {}
