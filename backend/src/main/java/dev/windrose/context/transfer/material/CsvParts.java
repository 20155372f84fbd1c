package dev.windrose.context.transfer.material;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each row of a table is a part. Columns are known by their names, in English and German; others stand below the text by name. */
final class CsvParts {

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "title",
                    List.of(
                            "title",
                            "name",
                            "question",
                            "headline",
                            "heading",
                            "topic",
                            "subject",
                            "frage",
                            "titel",
                            "thema"),
            "text",
                    List.of(
                            "text",
                            "body",
                            "answer",
                            "content",
                            "description",
                            "message",
                            "rule",
                            "clause",
                            "antwort",
                            "inhalt",
                            "beschreibung",
                            "regel"),
            "category", List.of("category", "kategorie"),
            "kind", List.of("kind", "type", "art"),
            "language", List.of("language", "sprache"),
            "audience", List.of("audience"),
            "sensitivity", List.of("sensitivity"),
            "source", List.of("source", "quelle"));

    private CsvParts() {}

    static List<Part> of(String text) throws UnreadableMaterial {
        var rows = rows(text);
        if (rows.isEmpty()) {
            return List.of();
        }
        var named = columns(rows.getFirst());
        boolean header = named.containsValue("title") || named.containsValue("text");
        var parts = new ArrayList<Part>();
        for (int i = header ? 1 : 0; i < rows.size(); i++) {
            var part =
                    part(rows.get(i), header ? named : Map.of(0, "title"), header ? rows.getFirst() : List.of(), i + 1);
            if (!part.heading().isBlank()) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static List<List<String>> rows(String text) throws UnreadableMaterial {
        String first = text.lines().findFirst().orElse("");
        char separator = ';';
        for (char sign : new char[] {',', '\t'}) {
            separator = count(first, sign) > count(first, separator) ? sign : separator;
        }
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)) {
            return reader.stream()
                    .map(CsvRecord::getFields)
                    .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                    .toList();
        } catch (CsvParseException broken) {
            throw new UnreadableMaterial("The rows cannot be told apart: a quotation mark is not closed.");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long count(String line, char sign) {
        return line.chars().filter(c -> c == sign).count();
    }

    private static Map<Integer, String> columns(List<String> header) {
        var named = new LinkedHashMap<Integer, String>();
        for (int i = 0; i < header.size(); i++) {
            String cell = header.get(i).strip().toLowerCase(Locale.ROOT);
            int at = i;
            COLUMNS.forEach((field, names) -> {
                if (names.contains(cell) && !named.containsValue(field)) {
                    named.put(at, field);
                }
            });
        }
        return named;
    }

    private static Part part(List<String> row, Map<Integer, String> named, List<String> header, int number) {
        var given = new LinkedHashMap<String, String>();
        var rest = new ArrayList<String>();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i).strip();
            String field = named.get(i);
            if (!cell.isEmpty() && field != null) {
                given.put(field, cell);
            } else if (!cell.isEmpty()) {
                String name = i < header.size() ? header.get(i).strip() : "";
                rest.add(name.isEmpty() ? cell : name + ": " + cell);
            }
        }
        String text = Stream.of(given.getOrDefault("text", ""), String.join("\n", rest))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining("\n\n"));
        String title = given.getOrDefault("title", text.isEmpty() ? "" : CutParts.title(text));
        given.remove("title");
        given.remove("text");
        return new Part(List.of(), title, text, "row " + number, Map.copyOf(given));
    }
}
