package dev.windrose.records.duplicates.matching;

/** Dates as eight digits, year first, where the order can be told. */
final class Days {

    private Days() {}

    static String key(String raw, String digits) {
        var parts = raw.strip().split("[-/. T]");
        if (parts.length >= 3
                && parts[0].matches("\\d{4}")
                && parts[1].matches("\\d{1,2}")
                && parts[2].matches("\\d{1,2}")) {
            return parts[0] + two(parts[1]) + two(parts[2]);
        }
        if (parts.length == 3
                && parts[2].matches("\\d{4}|\\d{2}")
                && parts[0].matches("\\d{1,2}")
                && parts[1].matches("\\d{1,2}")) {
            var year = parts[2].length() == 4 ? parts[2] : (Integer.parseInt(parts[2]) > 40 ? "19" : "20") + parts[2];
            boolean monthFirst = raw.contains("/") && Integer.parseInt(parts[0]) <= 12;
            return year + (monthFirst ? two(parts[0]) + two(parts[1]) : two(parts[1]) + two(parts[0]));
        }
        return digits;
    }

    private static String two(String part) {
        return part.length() == 1 ? "0" + part : part;
    }

    static Agreement compare(String a, String b) {
        if (a.equals(b)) {
            return Agreement.SAME;
        }
        if (a.length() != 8 || b.length() != 8) {
            return Spelling.edits(a, b, 1) == 1 ? Agreement.NEAR : Agreement.DIFFERENT;
        }
        boolean year = a.regionMatches(0, b, 0, 4);
        boolean swapped = year
                && a.substring(4, 6).equals(b.substring(6))
                && a.substring(6).equals(b.substring(4, 6));
        if (swapped || Spelling.edits(a, b, 1) == 1) {
            return Agreement.NEAR;
        }
        int parts = (year ? 1 : 0) + (a.regionMatches(4, b, 4, 2) ? 1 : 0) + (a.regionMatches(6, b, 6, 2) ? 1 : 0);
        return parts == 2
                ? Agreement.CLOSE
                : year || Spelling.edits(a, b, 2) == 2 ? Agreement.PARTLY : Agreement.DIFFERENT;
    }
}
