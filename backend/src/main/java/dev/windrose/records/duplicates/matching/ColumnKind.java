package dev.windrose.records.duplicates.matching;

/** What the values of a column are, which decides how two of them are compared. */
public enum ColumnKind {
    NAME,
    ADDRESS,
    PHONE,
    EMAIL,
    WEB,
    DATE,
    NUMBER,
    CODE,
    CATEGORY,
    TEXT
}
