package dev.windrose.platform.jobs;

/** Another process took the job over, because this one seemed dead; what it does now must not count. */
public class JobLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobLost() {
        super("Another process works on the job.", null, false, false);
    }
}
