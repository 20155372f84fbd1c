package dev.windrose.agents.ask;

import java.util.List;

/** What is worked out of the records that are meant. */
sealed interface Measure {

    record Count() implements Measure {}

    enum Kind {
        SUM,
        MEAN,
        MEDIAN,
        MIN,
        MAX
    }

    /** Of a field with numbers or money. */
    record Of(Kind kind, String path) implements Measure {}

    /** How many of a hundred fulfil the conditions. */
    record Share(List<Condition> hits, String told) implements Measure {}

    /** How long it takes from one moment to another. */
    record Duration(Kind kind, String from, String to, boolean hours, String told) implements Measure {}
}
