package dev.windrose.journeys.engine.eval;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the moments of one column. Without a zone they count as UTC.
 *
 * @param dayFirst whether 3/4/2026 is in April
 */
record Moments(boolean dayFirst) {

    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ]+(\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?)\\s*(?:UTC|Z|([+-]\\d{2}):?(\\d{2})?)?)?");
    private static final Pattern NUMBERS = Pattern.compile(
            "(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})(?:[, T]+(\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?)\\s*([AaPp][Mm])?)?");
    private static final Pattern COMPACT = Pattern.compile("(19|20)\\d{6}");
    private static final Pattern EPOCH = Pattern.compile("\\d{9,10}(\\.\\d+)?|\\d{13}|\\d{16}");
    private static final Pattern WORDS =
            Pattern.compile("(.*\\d{4})(?:[, T]+(\\d{1,2}:\\d{2}(?::\\d{2})?)\\s*([AaPp][Mm])?)?");
    private static final List<DateTimeFormatter> NAMED = List.of(
            named("d MMM uuuu"),
            named("d MMMM uuuu"),
            named("MMM d, uuuu"),
            named("MMMM d, uuuu"),
            named("d-MMM-uuuu"));

    /** @param dayOnly that no time of day was told */
    record Moment(long micros, boolean dayOnly) {}

    private static DateTimeFormatter named(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    /** Sees from all cells of a column which number of a date is the day. */
    static Moments of(List<String> cells) {
        int day = 0;
        int month = 0;
        boolean dots = false;
        for (var cell : cells) {
            var date = NUMBERS.matcher(cell.strip());
            if (date.matches()) {
                day += Integer.parseInt(date.group(1)) > 12 ? 1 : 0;
                month += Integer.parseInt(date.group(2)) > 12 ? 1 : 0;
                dots |= cell.charAt(date.end(1)) == '.';
            }
        }
        return new Moments(day > 0 && month == 0 || day == 0 && month == 0 && dots);
    }

    Optional<Moment> read(String cell) {
        var text = cell.strip();
        try {
            return parse(text);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<Moment> parse(String text) {
        var iso = ISO.matcher(text);
        if (iso.matches()) {
            var date = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
            return Optional.of(moment(date, iso.group(4), null, offset(iso)));
        }
        var numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            int year = number(numbers, 3) + (numbers.group(3).length() == 2 ? 2000 : 0);
            var date = LocalDate.of(year, number(numbers, dayFirst ? 2 : 1), number(numbers, dayFirst ? 1 : 2));
            return Optional.of(moment(date, numbers.group(4), numbers.group(5), ZoneOffset.UTC));
        }
        if (COMPACT.matcher(text).matches()) {
            return Optional.of(
                    moment(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE), null, null, ZoneOffset.UTC));
        }
        if (EPOCH.matcher(text).matches()) {
            double value = Double.parseDouble(text);
            double micros = text.length() == 16 ? value : text.length() == 13 ? value * 1e3 : value * 1e6;
            return Optional.of(new Moment(Math.round(micros), false));
        }
        return words(text);
    }

    private static Optional<Moment> words(String text) {
        var words = WORDS.matcher(text);
        if (!words.matches()) {
            return Optional.empty();
        }
        for (var format : NAMED) {
            try {
                var date = LocalDate.parse(words.group(1).strip(), format);
                return Optional.of(moment(date, words.group(2), words.group(3), ZoneOffset.UTC));
            } catch (DateTimeException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static ZoneOffset offset(Matcher iso) {
        if (iso.group(5) == null) {
            return ZoneOffset.UTC;
        }
        return ZoneOffset.of(iso.group(5) + ":" + (iso.group(6) == null ? "00" : iso.group(6)));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Moment moment(LocalDate date, String time, String half, ZoneOffset offset) {
        if (time == null) {
            return new Moment(micros(date.atStartOfDay(), offset), true);
        }
        var padded = (time.indexOf(':') == 1 ? "0" : "") + time.replace(',', '.');
        var clock = LocalTime.parse(padded);
        if (half != null) {
            clock = clock.withHour(clock.getHour() % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0));
        }
        return new Moment(micros(date.atTime(clock), offset), false);
    }

    private static long micros(LocalDateTime local, ZoneOffset offset) {
        return ChronoUnit.MICROS.between(java.time.Instant.EPOCH, local.toInstant(offset));
    }
}
