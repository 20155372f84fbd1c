package dev.windrose.integrations.dropped;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.windrose.intake.DroppedFile;
import dev.windrose.integrations.ConnectionError;
import dev.windrose.platform.error.AppException;
import java.util.ArrayList;
import java.util.List;

/** A small table is read row by row, each like a form that somebody filled in. A larger one is for the import. */
final class Table {

    private static final int MOST = 20;

    private Table() {}

    static DroppedFile of(String name, String text) {
        var rows = rows(name, text);
        if (rows.size() < 2) {
            throw new AppException(
                    ConnectionError.UNREADABLE_FILE, "\"%s\" has no rows below its head.".formatted(name));
        }
        int count = rows.size() - 1;
        if (count > MOST) {
            return new DroppedFile(
                    name,
                    "table",
                    count,
                    List.of(),
                    "\"%s\" has %,d rows. Import it: there you see what each column becomes before anything is written."
                            .formatted(name, count),
                    true);
        }
        var header = rows.getFirst();
        var messages = new ArrayList<DroppedFile.Message>();
        for (int at = 1; at < rows.size(); at++) {
            messages.add(new DroppedFile.Message(
                    "Row " + at, "web_form", null, null, null, form(header, rows.get(at)), false, List.of(), null));
        }
        return new DroppedFile(name, "table", count, List.copyOf(messages), null, false);
    }

    private static List<List<String>> rows(String name, String text) {
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            return reader.stream()
                    .map(CsvRecord::getFields)
                    .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                    .toList();
        } catch (CsvParseException | java.io.IOException e) {
            throw new AppException(
                    ConnectionError.UNREADABLE_FILE, "\"%s\" cannot be read as rows and columns.".formatted(name));
        }
    }

    /** The sign that stands most often in the first line. */
    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        char best = ',';
        for (char sign : new char[] {';', '\t', '|'}) {
            if (count(first, sign) > count(first, best)) {
                best = sign;
            }
        }
        return best;
    }

    private static long count(String line, char sign) {
        return line.chars().filter(c -> c == sign).count();
    }

    private static String form(List<String> header, List<String> row) {
        var lines = new ArrayList<String>();
        for (int at = 0; at < Math.min(header.size(), row.size()); at++) {
            if (!row.get(at).isBlank() && !header.get(at).isBlank()) {
                lines.add(header.get(at).strip() + ": " + row.get(at).strip());
            }
        }
        return String.join("\n", lines);
    }
}
