package dev.windrose.records;

import java.util.Locale;

/** Turns Java names into the names of columns, the API and pages. */
final class Names {

    private Names() {}

    static String snake(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** "deal_start_date" becomes "Deal start date", "company_id" becomes "Company". */
    static String label(String snake) {
        String words = (snake.endsWith("_id") ? snake.substring(0, snake.length() - 3) : snake).replace('_', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
