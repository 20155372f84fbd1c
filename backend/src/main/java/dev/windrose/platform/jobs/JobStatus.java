package dev.windrose.platform.jobs;

/** {@code WAITING} is the pause before a retry; a {@code DEAD} job has used up its tries and waits for a person. */
public enum JobStatus {
    QUEUED,
    RUNNING,
    WAITING,
    DONE,
    DEAD,
    CANCELLED,
    SKIPPED
}
