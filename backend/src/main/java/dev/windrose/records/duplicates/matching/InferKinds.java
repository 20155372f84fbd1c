package dev.windrose.records.duplicates.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The kind of each column by the shapes of its values; the header decides only between kinds that look alike. */
final class InferKinds {

    private static final int SAMPLE = 2000;
    private static final Pattern EMAIL = Pattern.compile("\\S+@\\S+\\.\\p{L}{2,}");
    private static final Pattern WEB =
            Pattern.compile("(?i)(https?://\\S+|www\\.\\S+|[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}(/\\S*)?)");
    private static final Pattern PHONE =
            Pattern.compile("(?=(.*\\d){6})[+(]?\\d[\\d ()./+-]*\\s*((x|ext\\.?)\\s*\\d+)?");
    private static final Pattern DATE = Pattern.compile(
            "\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}.*|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}|(18|19|20)\\d\\d(0[1-9]|1[0-2])([0-2]\\d|3[01])");
    private static final Pattern NUMBER = Pattern.compile("[$€£¥]?\\s?-?\\d[\\d,]*(\\.\\d+)?\\s?[%$€£¥]?");
    private static final Pattern INTEGER = Pattern.compile("\\d+");
    private static final Pattern CODE = Pattern.compile("(?=.*\\d)[\\p{L}\\d./#_-]+");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i).*\\b\\d+[a-z]?\\b.*\\b(st|street|ave|avenue|rd|road|blvd|dr|drive|ln|lane|way|place|pl|court|ct|sq|square|hwy)\\b.*"
                    + "|\\d+[a-z]?[ ,].*\\p{L}{3,}.*|.*\\p{L}{3,}.*(str\\.?|straße|strasse|weg|platz|allee|gasse).* \\d+.*");
    private static final Pattern PHONE_HEADER = Pattern.compile("(?i).*(phone|fax|mobile|cell|tel\\b|telefon|handy).*");
    private static final Pattern KEY_HEADER = Pattern.compile("(?i)(.*[_ -])?(id|uuid|guid|key|nr|no|row|index)|.*Id");

    private final List<String> names;
    private final List<List<String>> rows;

    InferKinds(List<String> names, List<List<String>> rows) {
        this.names = names;
        this.rows = rows;
    }

    /** Without columns that are empty, constant or number the rows: these tell nothing. */
    Table table() {
        var kept = new ArrayList<Integer>();
        var columns = new ArrayList<Column>();
        for (int column = 0; column < names.size(); column++) {
            var values = values(column);
            var distinct = new HashSet<>(values).size();
            boolean numbersRows = distinct == values.size()
                    && values.size() > rows.size() * 0.98
                    && KEY_HEADER.matcher(names.get(column)).matches();
            if (distinct > 1 && !numbersRows) {
                kept.add(column);
                columns.add(new Column(names.get(column), kind(names.get(column), values, distinct)));
            }
        }
        return new Table(columns, rows.stream().map(row -> cells(row, kept)).toList());
    }

    private static List<String> cells(List<String> row, List<Integer> kept) {
        return kept.stream()
                .map(column -> column < row.size() ? row.get(column).strip() : "")
                .toList();
    }

    private List<String> values(int column) {
        return rows.stream()
                .map(row -> column < row.size() ? row.get(column).strip() : "")
                .filter(value -> !value.isEmpty())
                .toList();
    }

    static ColumnKind kind(String name, List<String> all, int distinct) {
        var values = all.size() > SAMPLE ? all.subList(0, SAMPLE) : all;
        if (share(values, EMAIL) > 0.6) {
            return ColumnKind.EMAIL;
        }
        if (share(values, WEB) > 0.6) {
            return ColumnKind.WEB;
        }
        if (share(values, DATE) > 0.7) {
            return ColumnKind.DATE;
        }
        boolean whole = share(values, INTEGER) > 0.9;
        if (share(values, PHONE) > 0.7
                && (PHONE_HEADER.matcher(name).matches()
                        || !whole && share(values, NUMBER) < 0.5 && longDigits(values))) {
            return ColumnKind.PHONE;
        }
        if (!whole && share(values, NUMBER) > 0.7) {
            return ColumnKind.NUMBER;
        }
        if (whole || share(values, CODE) > 0.7) {
            return ColumnKind.CODE;
        }
        double words = values.stream()
                .mapToInt(value -> value.split("\\s+").length)
                .average()
                .orElse(0);
        if (words >= 12) {
            return ColumnKind.TEXT;
        }
        if (share(values, ADDRESS) > 0.5) {
            return ColumnKind.ADDRESS;
        }
        return distinct < all.size() * 0.1 && distinct < 300 && !named(name) ? ColumnKind.CATEGORY : ColumnKind.NAME;
    }

    private static boolean named(String header) {
        return header.toLowerCase(Locale.ROOT).contains("name");
    }

    private static boolean longDigits(List<String> values) {
        return values.stream()
                        .mapToInt(value -> Words.digits(value).length())
                        .average()
                        .orElse(0)
                >= 8;
    }

    private static double share(List<String> values, Pattern pattern) {
        long hits = values.stream()
                .filter(value -> pattern.matcher(value).matches())
                .count();
        return values.isEmpty() ? 0 : (double) hits / values.size();
    }
}
