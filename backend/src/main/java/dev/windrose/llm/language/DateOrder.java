package dev.windrose.llm.language;

/** How the writer orders day and month in numbers. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST
}
