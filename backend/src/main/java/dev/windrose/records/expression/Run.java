package dev.windrose.records.expression;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One evaluation: the record, the moment, and how much work is left. */
final class Run {

    private static final int MOST_STEPS = 20_000;
    private static final int LONGEST_TEXT = 20_000;

    final Values record;
    final Moment moment;
    /** Of comprehensions. */
    final Map<String, @Nullable Object> variables = new HashMap<>();

    private int steps;

    Run(Values record, Moment moment) {
        this.record = record;
        this.moment = moment;
    }

    void step() {
        if (++steps > MOST_STEPS) {
            throw new Unanswered("The expression takes too many steps.");
        }
    }

    static String bounded(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new Unanswered("The text becomes longer than %,d characters.".formatted(LONGEST_TEXT));
        }
        return text;
    }
}
