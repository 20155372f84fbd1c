package dev.windrose.llm.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a call to a language model ended. */
public enum CallOutcome {
    ANSWERED("Answered."),
    REFUSED("The language model refused to answer."),
    UNREADABLE("The language model answered something unreadable."),
    RATE_LIMITED("The language model was busy."),
    TIMED_OUT("The language model did not answer in time."),
    UNREACHABLE("The language model could not be reached."),
    FAILED("The language model failed."),
    OVER_BUDGET("The budget of this month for the language model is used up.");

    private final String sentence;

    CallOutcome(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CallOutcome> of(String wire) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.wire().equals(wire))
                .findFirst();
    }
}
