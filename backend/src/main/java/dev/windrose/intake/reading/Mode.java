package dev.windrose.intake.reading;

/** How a statement is meant. */
enum Mode {
    QUESTION,
    CONDITION,
    HEARSAY,
    UNSURE,
    /** Not to be recorded. */
    OFF_RECORD
}
