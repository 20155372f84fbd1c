package dev.windrose.journeys.engine.eval;

/** A file or an option that cannot be used, and why. */
class Unusable extends RuntimeException {

    Unusable(String message) {
        super(message);
    }
}
