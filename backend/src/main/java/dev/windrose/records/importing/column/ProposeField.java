package dev.windrose.records.importing.column;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The field that could be added for a column which fits none. */
final class ProposeField {

    private static final int FEW = 12;
    private static final int LONG = 200;

    private ProposeField() {}

    static @Nullable NewField of(ProfileColumn column) {
        if (column.empty() || technical(column.name())) {
            return null;
        }
        String kind = kind(column);
        return new NewField(
                label(column.name()), kind, kind.equals("choice") ? List.copyOf(column.values()) : List.of());
    }

    /** What the exporting program added about itself. */
    static boolean technical(String name) {
        return name.startsWith("_");
    }

    private static String kind(ProfileColumn column) {
        if (column.mostly(Shape.EMAIL)) {
            return "email";
        }
        if (column.mostly(Shape.WEB_ADDRESS)) {
            return "url";
        }
        if (column.mostly(Shape.DATE)) {
            return "date";
        }
        if (column.mostly(Shape.PHONE)) {
            return "phone";
        }
        if (column.truths()) {
            return "boolean";
        }
        if (column.mostly(Shape.NUMBER)) {
            return column.whole() ? "integer" : "number";
        }
        boolean few = column.values().size() <= FEW
                && column.cells() >= column.values().size() * 4;
        return few ? "choice" : column.longest() > LONG ? "long_text" : "text";
    }

    private static String label(String name) {
        String words = name.replaceFirst("(?i)__[cr]$", "")
                .replaceFirst("(?i)^(properties|property)[_.]", "")
                .replace('_', ' ')
                .strip();
        String text = words.isEmpty() ? name : words;
        String first = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return first.length() <= 80 ? first : first.substring(0, 80);
    }
}
