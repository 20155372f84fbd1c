package dev.windrose.platform.jobs;

import dev.windrose.platform.Actor;
import java.util.UUID;

/**
 * One attempt at a job by one process.
 *
 * @param token changes with every attempt; a process that was taken for dead finds another token and can no longer write
 * @param crashes attempts since the last finished step that ended without a word
 */
record JobRun(JobId job, String type, Actor actor, String input, UUID token, int failures, int crashes) {}
