package dev.windrose.records.change;

/** What led to a change. */
public enum CauseKind {
    MESSAGE,
    IMPORT,
    RUN,
    PERSON,
    SYNC,
    UNDO
}
