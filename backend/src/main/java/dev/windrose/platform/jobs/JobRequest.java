package dev.windrose.platform.jobs;

import dev.windrose.platform.id.Ids;

/**
 * Work to be done for the workspace of the current actor.
 *
 * @param type the handler's type
 * @param key a second request with the same type and key is the same job
 * @param input anything JSON can hold
 * @param priority higher runs first among the jobs that are due
 */
public record JobRequest(String type, String key, Object input, int priority) {

    public static JobRequest of(String type, String key, Object input) {
        return new JobRequest(type, key, input, 0);
    }

    public static JobRequest of(String type, Object input) {
        return new JobRequest(type, Ids.next().toString(), input, 0);
    }

    public JobRequest withPriority(int other) {
        return new JobRequest(type, key, input, other);
    }
}
