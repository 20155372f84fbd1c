package dev.windrose.agents.kit;

/** The files of an agent are wrong. The product does not start with them. */
final class BadAgent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadAgent(String message) {
        super(message);
    }
}
