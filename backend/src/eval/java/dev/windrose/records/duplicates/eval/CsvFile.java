package dev.windrose.records.duplicates.eval;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A file with a header. */
record CsvFile(List<String> header, List<List<String>> rows) {

    static CsvFile read(Path path) throws IOException {
        var rows = new ArrayList<List<String>>();
        var text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                rows.add(List.copyOf(record.getFields()));
            }
        }
        var header = rows.removeFirst().stream()
                .map(name -> name.replace("\uFEFF", "").strip())
                .toList();
        return new CsvFile(header, rows);
    }

    /** The one that the header has most of. */
    private static char separator(String text) {
        var header = text.lines().findFirst().orElse("");
        char best = ',';
        for (char other : new char[] {';', '\t', '|'}) {
            best = count(header, other) > count(header, best) ? other : best;
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }

    CsvFile without(Set<String> names) {
        var kept = new ArrayList<Integer>();
        for (int column = 0; column < header.size(); column++) {
            if (!names.contains(header.get(column).toLowerCase(Locale.ROOT))) {
                kept.add(column);
            }
        }
        return new CsvFile(
                cells(header, kept), rows.stream().map(row -> cells(row, kept)).toList());
    }

    private static List<String> cells(List<String> row, List<Integer> kept) {
        return kept.stream()
                .map(column -> column < row.size() ? row.get(column) : "")
                .toList();
    }

    List<String> column(String name) {
        int column = header.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("The file has no column " + name + "; it has " + header);
        }
        return rows.stream().map(row -> row.get(column).strip()).toList();
    }
}
