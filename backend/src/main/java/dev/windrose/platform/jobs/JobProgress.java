package dev.windrose.platform.jobs;

import org.jspecify.annotations.Nullable;

/** How far a job is; the total is null while nobody knows it. */
public record JobProgress(
        long done, @Nullable Long total, @Nullable String message) {}
