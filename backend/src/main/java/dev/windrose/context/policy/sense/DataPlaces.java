package dev.windrose.context.policy.sense;

import java.util.Locale;
import java.util.Set;

/** Where data are, told from where a customer is. */
final class DataPlaces {

    private static final Set<String> SEATED = Set.of(
            "established", "headquartered", "domiciled", "resident", "incorporated", "ansässig", "niedergelassen");

    private DataPlaces() {}

    /** "established in Switzerland": where the customer is, not its data. */
    static boolean seated(Statement statement, int at, Fill.Words words) {
        return statement.items.subList(Math.max(0, at - 2), at).stream()
                .anyMatch(item -> SEATED.contains(words.of(item).toLowerCase(Locale.ROOT)));
    }

    /** Places of data are fewer than countries. */
    static String place(String value) {
        return switch (value) {
            case "United States" -> "US";
            case "United Kingdom" -> "UK";
            default -> value;
        };
    }

    static String country(String place) {
        return switch (place) {
            case "US" -> "United States";
            case "UK" -> "United Kingdom";
            default -> place;
        };
    }
}
