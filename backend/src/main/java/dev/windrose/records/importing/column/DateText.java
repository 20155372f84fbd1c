package dev.windrose.records.importing.column;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates as files hold them: ISO, {@code 31.12.2025}, {@code 12/31/25}, {@code 3 Mar 2026}, each with or without a time. */
public final class DateText {

    private static final Pattern TIME = Pattern.compile("[T ]\\d{1,2}:\\d{2}.*$");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.]?(\\d{2})[-/.]?(\\d{2})");
    private static final Pattern NUMERIC = Pattern.compile("(\\d{1,2})[-/. ]+(\\d{1,2})[-/. ]+(\\d{4}|\\d{2})");
    private static final Pattern NAMED =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[-/. ,]+(\\p{L}{3,9})\\.?[-/. ,]+(\\d{4}|\\d{2})");
    private static final Pattern NAME_FIRST =
            Pattern.compile("(\\p{L}{3,9})\\.?[-/. ]+(\\d{1,2})(?:st|nd|rd|th)?[-/. ,]+(\\d{4}|\\d{2})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private DateText() {}

    public static Optional<LocalDate> parse(String text, DateOrder order) {
        String date = TIME.matcher(text.strip()).replaceFirst("");
        Matcher parts = YEAR_FIRST.matcher(date);
        if (parts.matches()) {
            return of(parts.group(1), parts.group(2), parts.group(3));
        }
        parts = NUMERIC.matcher(date);
        if (parts.matches()) {
            return order == DateOrder.DAY_FIRST
                    ? of(parts.group(3), parts.group(2), parts.group(1))
                    : of(parts.group(3), parts.group(1), parts.group(2));
        }
        parts = NAMED.matcher(date);
        if (parts.matches()) {
            return of(parts.group(3), month(parts.group(2)), parts.group(1));
        }
        parts = NAME_FIRST.matcher(date);
        return parts.matches() ? of(parts.group(3), month(parts.group(1)), parts.group(2)) : Optional.empty();
    }

    /** As {@link #parse}; where only the other order makes a date of it, that one is meant. */
    static Optional<LocalDate> parseEither(String text, DateOrder order) {
        return parse(text, order)
                .or(() -> parse(text, order == DateOrder.DAY_FIRST ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST));
    }

    /** Whether day and month are both numbers that come before the year. */
    static boolean numeric(String text) {
        return NUMERIC.matcher(TIME.matcher(text.strip()).replaceFirst("")).matches();
    }

    static boolean sameEitherWay(String text) {
        return parse(text, DateOrder.DAY_FIRST).equals(parse(text, DateOrder.MONTH_FIRST));
    }

    /** The date with its digits as zeros and its letters as one. */
    static String formOf(String text) {
        return TIME.matcher(text.strip())
                .replaceFirst("")
                .replaceAll("\\d", "0")
                .replaceAll("\\p{L}{3,9}", "Month");
    }

    /** What this text says about the order in its column; nothing where both readings are dates. */
    static Optional<DateOrder> orderOf(String text) {
        Matcher parts = NUMERIC.matcher(TIME.matcher(text.strip()).replaceFirst(""));
        if (!parts.matches()) {
            return Optional.empty();
        }
        if (Integer.parseInt(parts.group(1)) > 12) {
            return Optional.of(DateOrder.DAY_FIRST);
        }
        return Integer.parseInt(parts.group(2)) > 12 ? Optional.of(DateOrder.MONTH_FIRST) : Optional.empty();
    }

    private static String month(String name) {
        return String.valueOf(MONTHS.indexOf(name.toLowerCase(Locale.ROOT).substring(0, 3)) + 1);
    }

    private static Optional<LocalDate> of(String year, String month, String day) {
        int number = Integer.parseInt(year);
        try {
            return Optional.of(LocalDate.of(
                    year.length() == 2 ? century(number) : number, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int century(int twoDigits) {
        return twoDigits < 70 ? 2000 + twoDigits : 1900 + twoDigits;
    }
}
