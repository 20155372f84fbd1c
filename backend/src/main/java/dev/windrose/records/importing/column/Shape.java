package dev.windrose.records.importing.column;

import java.util.regex.Pattern;

/** What a cell looks like, whatever its column is called. */
enum Shape {
    EMAIL,
    WEB_ADDRESS,
    DATE,
    NUMBER,
    PHONE,
    TEXT;

    private static final Pattern EMAIL_FORM = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Pattern WEB_FORM = Pattern.compile("(https?://)?[\\w-]+(\\.[\\w-]+)*\\.[a-zA-Z]{2,}(/\\S*)?");
    private static final Pattern PHONE_FORM = Pattern.compile("(\\+|00|\\()[\\d ()./-]{6,}");

    static Shape of(String cell) {
        if (cell.indexOf('@') > 0 && EMAIL_FORM.matcher(cell).matches()) {
            return EMAIL;
        }
        char first = cell.charAt(0);
        boolean digits = Character.isDigit(first) || "+-($€£¥.".indexOf(first) >= 0;
        if (digits && PHONE_FORM.matcher(cell).matches()) {
            return PHONE;
        }
        if (cell.length() <= 30
                && DateText.parse(cell, DateOrder.DAY_FIRST)
                        .or(() -> DateText.parse(cell, DateOrder.MONTH_FIRST))
                        .isPresent()) {
            return DATE;
        }
        if (digits && NumberText.parse(cell, false).isPresent()) {
            return NUMBER;
        }
        return cell.indexOf('.') > 0 && WEB_FORM.matcher(cell).matches() ? WEB_ADDRESS : TEXT;
    }
}
