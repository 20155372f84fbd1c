package dev.windrose.platform.jobs;

/** Thrown out of a handler at its next step after somebody cancelled the job. Handlers let it pass. */
public class JobCancelled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobCancelled() {
        super("The job was cancelled.", null, false, false);
    }
}
