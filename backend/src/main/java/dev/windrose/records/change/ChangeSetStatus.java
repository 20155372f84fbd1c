package dev.windrose.records.change;

/** How far a change set has come. */
public enum ChangeSetStatus {
    PROPOSED,
    APPLIED,
    /** Some operations wait, were refused or met a conflict. */
    PARTLY_APPLIED,
    REFUSED,
    UNDONE
}
