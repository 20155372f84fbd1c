package dev.windrose.agents.plan;

import java.util.List;

/** Ends the reading of a message: it has to be asked first, or it is no goal that is known here. */
final class Stop extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> choices;
    private final boolean asks;

    private Stop(String message, List<String> choices, boolean asks) {
        super(message, null, false, false);
        this.choices = choices;
        this.asks = asks;
    }

    static Stop asking(String question, List<String> choices) {
        return new Stop(question, choices, true);
    }

    static Stop unread() {
        return new Stop("Not understood.", List.of(), false);
    }

    boolean asks() {
        return asks;
    }

    Goal.Ask question() {
        return new Goal.Ask(String.valueOf(getMessage()), choices);
    }
}
