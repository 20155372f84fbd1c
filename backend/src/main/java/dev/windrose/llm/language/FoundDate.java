package dev.windrose.llm.language;

import java.time.LocalDate;

/**
 * A day in a text, or the last day of a period.
 *
 * @param date the day where the sentence speaks of what is to come
 * @param past the day where the sentence speaks of what has been
 * @param period a month, quarter or week without a day
 * @param stretch how long or since when, as in "the last two years": no day on which something falls due
 */
public record FoundDate(Span span, LocalDate date, LocalDate past, boolean period, boolean stretch) {

    public FoundDate(Span span, LocalDate date, LocalDate past, boolean period) {
        this(span, date, past, period, false);
    }
}
