package dev.windrose.agents.run;

/** The run was cancelled while a step was at work; what the step did is taken back with its transaction. */
final class RunStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunStopped() {
        super("cancelled", null, false, false);
    }
}
