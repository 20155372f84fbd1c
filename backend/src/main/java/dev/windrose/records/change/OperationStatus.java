package dev.windrose.records.change;

/** How far one operation has come. */
public enum OperationStatus {
    APPLIED,
    WAITING,
    REFUSED,
    /** The record has changed since; nothing was written, or not the named fields. */
    CONFLICT,
    UNDONE
}
