package dev.windrose.platform.jobs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Does the jobs of one type. */
public interface JobHandler {

    String type();

    /**
     * Called again from the start after a failure or a crash; finished steps are not run again.
     *
     * @return the result kept with the job, anything JSON can hold
     */
    @Nullable
    Object run(JobContext job);

    /** How many failed attempts make a job dead. An {@code AppException} about the input makes it dead at once. */
    default int attempts() {
        return 5;
    }

    /** Whether trying again soon is of no use, as where a disk is full. */
    default boolean givesUpOn(Throwable failure) {
        return false;
    }

    /** The process died so often in this job that it is not begun again. What is kept of it elsewhere should say so; it may be called again. */
    default void givenUp(JobContext job, String why) {}

    default Duration pauseAfter(int attempt) {
        return Duration.ofSeconds(Math.min(600, 1L << Math.min(attempt, 10)));
    }
}
