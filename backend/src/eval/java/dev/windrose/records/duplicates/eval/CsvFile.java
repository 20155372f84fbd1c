package dev.windrose.records.duplicates.eval;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A file with a header. */
record CsvFile(List<String> header, List<List<String>> rows) {

    static CsvFile read(Path path) throws IOException {
        var rows = new ArrayList<List<String>>();
        try (var reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(path)) {
            for (CsvRecord record : reader) {
                rows.add(List.copyOf(record.getFields()));
            }
        }
        var header = rows.removeFirst().stream()
                .map(name -> name.replace("\uFEFF", "").strip())
                .toList();
        return new CsvFile(header, rows);
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
