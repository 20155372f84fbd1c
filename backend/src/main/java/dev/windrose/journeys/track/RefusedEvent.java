package dev.windrose.journeys.track;

/** Why an event cannot be taken. The others of its request can. */
final class RefusedEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    RefusedEvent(String reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
