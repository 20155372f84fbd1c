package dev.windrose.records.access;

/** What somebody wants to do with a record. */
public enum AccessRight {
    READ,
    WRITE
}
