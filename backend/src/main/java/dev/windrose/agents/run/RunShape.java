package dev.windrose.agents.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the work of a run goes. */
public enum RunShape {
    /** One call. */
    SINGLE,
    /** One call whose answer has to have certain fields; what is missing is asked for once. */
    EXTRACT,
    /** A playbook says after each round what comes next. */
    LOOP,
    /** Steps that need each other or not, known from the start. */
    PLAN;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<RunShape> of(String wire) {
        return Arrays.stream(values())
                .filter(shape -> shape.wire().equals(wire))
                .findFirst();
    }
}
