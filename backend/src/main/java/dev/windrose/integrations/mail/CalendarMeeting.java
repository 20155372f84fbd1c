package dev.windrose.integrations.mail;

import dev.windrose.integrations.ParsedMessage.Meeting;
import dev.windrose.platform.people.EmailAddress;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The meeting that a calendar part is about. Answers of people who were invited are about none. */
final class CalendarMeeting {

    private static final Pattern TIME = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})\\d{2}(Z?))?");
    private static final Pattern ZONE = Pattern.compile("(?i);TZID=\"?([^\":;]+)");

    private final List<String> people = new ArrayList<>();
    private String method = "REQUEST";
    private String id = "";
    private String title = "";
    private boolean calledOff;
    private boolean wholeDay;
    private @Nullable LocalDateTime begin;
    private @Nullable ZoneId zone;

    private CalendarMeeting() {}

    static Optional<Meeting> of(String calendar) {
        var meeting = new CalendarMeeting();
        boolean event = false;
        for (String line : Invitation.lines(calendar)) {
            String upper = line.strip().toUpperCase(Locale.ROOT);
            if (upper.equals("END:VEVENT")) {
                break;
            } else if (upper.equals("BEGIN:VEVENT")) {
                event = true;
            } else if (event || upper.startsWith("METHOD:")) {
                meeting.take(line, Invitation.colon(line));
            }
        }
        return meeting.whole();
    }

    private Optional<Meeting> whole() {
        boolean about = method.equals("REQUEST") || method.equals("CANCEL") || method.equals("PUBLISH");
        return begin == null || id.isBlank() || !about
                ? Optional.empty()
                : Optional.of(new Meeting(
                        id.length() > 200 ? id.substring(0, 200) : id,
                        calledOff || method.equals("CANCEL"),
                        title.isBlank() ? "Meeting" : title,
                        begin,
                        zone,
                        wholeDay,
                        List.copyOf(people)));
    }

    private void take(String line, int colon) {
        if (colon < 0) {
            return;
        }
        String head = line.substring(0, colon);
        String value = Invitation.unescaped(line.substring(colon + 1)).strip();
        switch (head.split(";")[0].toUpperCase(Locale.ROOT)) {
            case "METHOD" -> method = value.toUpperCase(Locale.ROOT);
            case "UID" -> id = value;
            case "SUMMARY" -> title = value;
            case "STATUS" -> calledOff = value.equalsIgnoreCase("CANCELLED");
            case "DTSTART" -> begin(head, value);
            case "ORGANIZER", "ATTENDEE" -> invited(value);
            default -> {}
        }
    }

    private void invited(String value) {
        String address = EmailAddress.normalise(Invitation.address(value));
        if (EmailAddress.valid(address) && !people.contains(address)) {
            people.add(address);
        }
    }

    private void begin(String head, String value) {
        var time = TIME.matcher(value);
        if (!time.lookingAt()) {
            return;
        }
        try {
            var day = LocalDate.of(number(time.group(1)), number(time.group(2)), number(time.group(3)));
            wholeDay = time.group(4) == null;
            begin = wholeDay ? day.atStartOfDay() : day.atTime(number(time.group(4)), number(time.group(5)));
            var named = ZONE.matcher(head);
            zone = wholeDay
                    ? null
                    : "Z".equals(time.group(6)) ? ZoneOffset.UTC : named.find() ? known(named.group(1)) : null;
        } catch (DateTimeException noSuchDay) {
            begin = null;
        }
    }

    /** Some programs write names of their own. */
    private static @Nullable ZoneId known(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
