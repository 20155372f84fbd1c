package dev.windrose.records.importing;

import dev.windrose.records.importing.file.FileRow;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tells remarks under a table from its last rows: a few lines in the first column only, of the kind that no other row is, with words of a report. */
final class FindFooter {

    private static final int LEAST_COLUMNS = 3;
    private static final int MOST_LINES = 12;
    private static final int SHOWN = 80;
    private static final Pattern WORDS = Pattern.compile(
            "(?i)(grand |sub)?totals?\\b.*|.*\\b(copyright|confidential|all rights reserved|generated|exported|report|rows? selected|records?)\\b.*|©.*");

    private final List<FileRow> last = new ArrayList<>();
    private long aloneBefore;
    private long lastRow;

    void see(FileRow row) {
        if (row.alone()) {
            last.add(row);
            return;
        }
        aloneBefore += last.size();
        last.clear();
        lastRow = row.number();
    }

    /** @param columns of the header; in a narrow table a row may well have one cell */
    List<String> lines(int columns) {
        boolean footer = columns >= LEAST_COLUMNS
                && aloneBefore == 0
                && lastRow > 0
                && last.size() <= MOST_LINES
                && last.stream().anyMatch(row -> WORDS.matcher(row.cell(0)).matches());
        return footer ? last.stream().map(row -> shortened(row.cell(0))).toList() : List.of();
    }

    long lastRow() {
        return lastRow;
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
