package dev.windrose.intake.reading;

/** How a statement is meant. */
enum Mode {
    QUESTION,
    CONDITION,
    HEARSAY,
    UNSURE,
    /** Told of a time long gone. */
    STALE,
    /** Not to be recorded. */
    OFF_RECORD
}
