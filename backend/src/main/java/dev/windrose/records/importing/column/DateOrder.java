package dev.windrose.records.importing.column;

/** How numeric dates of a column are to be read, where the year is not in front. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST
}
