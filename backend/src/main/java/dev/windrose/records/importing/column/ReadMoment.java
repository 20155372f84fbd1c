package dev.windrose.records.importing.column;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the moment that a cell tells: a day, with or without a time. Without a zone it is read as UTC. */
public final class ReadMoment {

    private static final Pattern TIME =
            Pattern.compile(".*?[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?\\s*([aApP])?[mM]?.*");
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}.*(Z|[+-]\\d{2}:?\\d{2})");
    private static final int NOON = 12;

    private ReadMoment() {}

    public static Optional<Instant> of(String cell, ColumnForm form) {
        if (ISO.matcher(cell).matches()) {
            try {
                String text = cell.replace(' ', 'T').replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
        return DateText.parseEither(cell, form.dateOrder())
                .map(date -> date.atTime(time(cell)).toInstant(ZoneOffset.UTC));
    }

    private static LocalTime time(String cell) {
        var found = TIME.matcher(cell);
        if (!found.matches()) {
            return LocalTime.MIDNIGHT;
        }
        int hour = Integer.parseInt(found.group(1));
        if (found.group(4) != null) {
            boolean after = found.group(4).equalsIgnoreCase("p");
            hour = hour % NOON + (after ? NOON : 0);
        }
        int minute = Integer.parseInt(found.group(2));
        int second = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
        return hour > 23 || minute > 59 || second > 59 ? LocalTime.MIDNIGHT : LocalTime.of(hour, minute, second);
    }
}
