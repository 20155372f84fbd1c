package dev.windrose.records.expression;

/** Ends an evaluation that has no answer, such as a division by zero. Becomes the reason of an empty result. */
final class Unanswered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unanswered(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
