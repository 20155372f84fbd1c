package dev.windrose.journeys.engine.eval;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** A file with a header; a name that ends in {@code .gz} is unpacked. */
record CsvTable(String name, List<String> header, List<List<String>> rows) {

    static CsvTable read(Path path) throws IOException {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new Unusable("There is no file " + path + " that can be read.");
        }
        var text = text(path).replaceFirst("^\uFEFF", "");
        var rows = new ArrayList<List<String>>();
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                rows.add(record.getFields().stream().map(String::strip).toList());
            }
        }
        if (rows.isEmpty()) {
            throw new Unusable("The file " + path.getFileName() + " is empty.");
        }
        return new CsvTable(path.getFileName().toString(), rows.removeFirst(), rows);
    }

    private static String text(Path path) throws IOException {
        if (!path.toString().endsWith(".gz")) {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        }
        try (var in = new GZIPInputStream(Files.newInputStream(path))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The one that the header has most of outside of quotes. */
    private static char separator(String text) {
        var header = text.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
        char best = ',';
        for (char other : new char[] {';', '\t', '|'}) {
            best = count(header, other) > count(header, best) ? other : best;
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }

    String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }

    /** The column of that name, whatever the case and the signs between its words. */
    OptionalInt find(String name) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).equals(name)) {
                return OptionalInt.of(i);
            }
        }
        for (int i = 0; i < header.size(); i++) {
            if (plain(header.get(i)).equals(plain(name))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    int require(String name) {
        return find(name)
                .orElseThrow(() ->
                        new Unusable("The file " + this.name + " has no column " + name + "; it has " + header + "."));
    }

    /** The first column that one of the names fits, wholly before in part, if its cells suit. */
    OptionalInt guess(List<String> names, Predicate<List<String>> suits) {
        for (boolean whole : new boolean[] {true, false}) {
            for (var name : names) {
                for (int i = 0; i < header.size(); i++) {
                    var title = plain(header.get(i));
                    if ((whole ? title.equals(name) : words(title).contains(name)) && suits.test(sample(i))) {
                        return OptionalInt.of(i);
                    }
                }
            }
        }
        return OptionalInt.empty();
    }

    private static List<String> words(String title) {
        return List.of(title.split("_"));
    }

    List<String> sample(int column) {
        return rows.stream()
                .map(row -> cell(row, column))
                .filter(cell -> !cell.isEmpty())
                .limit(500)
                .toList();
    }

    List<String> column(int column) {
        return rows.stream().map(row -> cell(row, column)).toList();
    }

    static String plain(String name) {
        return name.strip()
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_|_$", "");
    }
}
