package dev.windrose.integrations.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a calendar part (RFC 5545) says, in words. */
final class Invitation {

    private static final Pattern TIME = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})\\d{2}(Z?))?");
    private static final Map<String, String> METHODS = Map.of(
            "REQUEST",
            "Calendar invitation",
            "CANCEL",
            "Meeting called off",
            "REPLY",
            "Answer to a calendar invitation");

    private Invitation() {}

    static Optional<String> of(String calendar) {
        var lines = lines(calendar);
        var said = new ArrayList<String>();
        String method = "REQUEST";
        boolean event = false;
        for (String line : lines) {
            int colon = colon(line);
            String name = line.substring(0, colon < 0 ? 0 : colon).split(";")[0].toUpperCase(Locale.ROOT);
            String value = colon < 0 ? "" : unescaped(line.substring(colon + 1));
            if (name.equals("METHOD")) {
                method = value.strip().toUpperCase(Locale.ROOT);
            } else if (name.equals("BEGIN") && value.equalsIgnoreCase("VEVENT")) {
                event = true;
            } else if (name.equals("END") && value.equalsIgnoreCase("VEVENT")) {
                break;
            } else if (event) {
                tell(name, value, said);
            }
        }
        String title = METHODS.getOrDefault(method, "Calendar invitation");
        return event ? Optional.of(title + "\n" + String.join("\n", said)) : Optional.empty();
    }

    /** Long lines go on behind a blank. */
    static String[] lines(String calendar) {
        return calendar.replaceAll("\\r?\\n[ \\t]", "").split("\\r?\\n");
    }

    private static void tell(String name, String value, List<String> said) {
        switch (name) {
            case "SUMMARY" -> said.add("What: " + value);
            case "DTSTART" -> said.add("When: " + time(value));
            case "DTEND" -> said.add("Until: " + time(value));
            case "LOCATION" -> said.add("Where: " + value);
            case "ORGANIZER" -> said.add("Organised by: " + address(value));
            case "ATTENDEE" -> said.add("Invited: " + address(value));
            default -> {}
        }
    }

    /** The first colon outside of quotes. */
    static int colon(String line) {
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ':' && !quoted) {
                return at;
            }
        }
        return -1;
    }

    private static String time(String value) {
        var parts = TIME.matcher(value);
        if (!parts.lookingAt()) {
            return value;
        }
        String day = parts.group(1) + "-" + parts.group(2) + "-" + parts.group(3);
        return parts.group(4) == null
                ? day
                : day + " " + parts.group(4) + ":" + parts.group(5)
                        + (parts.group(6).isEmpty() ? "" : " UTC");
    }

    static String address(String value) {
        return value.toLowerCase(Locale.ROOT).startsWith("mailto:") ? value.substring(7) : value;
    }

    static String unescaped(String value) {
        return value.replace("\\n", " ").replace("\\N", " ").replaceAll("\\\\([,;\\\\])", "$1");
    }
}
