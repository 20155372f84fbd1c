package dev.windrose.records.expression;

import dev.windrose.records.Descriptor;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The field that somebody probably meant. */
final class Nearest {

    private final Descriptor type;

    Nearest(Descriptor type) {
        this.type = type;
    }

    Optional<String> to(String name) {
        String wanted = plain(name);
        var same = type.fields().values().stream()
                .filter(field ->
                        plain(field.label()).equals(wanted) || field.name().equals("c_" + name))
                .findFirst();
        if (same.isPresent()) {
            return same.map(field -> field.name());
        }
        return type.fields().keySet().stream()
                .filter(field -> distance(plain(field), wanted) <= Math.max(1, wanted.length() / 4))
                .min(Comparator.comparingInt(field -> distance(plain(field), wanted)));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int at = 0; at < row.length; at++) {
            row[at] = at;
        }
        for (int left = 1; left <= one.length(); left++) {
            int corner = row[0];
            row[0] = left;
            for (int right = 1; right <= other.length(); right++) {
                int change = corner + (one.charAt(left - 1) == other.charAt(right - 1) ? 0 : 1);
                corner = row[right];
                row[right] = Math.min(change, Math.min(row[right], row[right - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
