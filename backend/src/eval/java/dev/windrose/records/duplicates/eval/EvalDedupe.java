package dev.windrose.records.duplicates.eval;

import dev.windrose.records.duplicates.matching.DedupeTable;
import dev.windrose.records.duplicates.matching.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds duplicates in a list, or learns to tell pairs of two tables apart, and writes what it found. */
public final class EvalDedupe {

    private static final String USAGE = """
            Usage: ./windrose eval dedupe --list FILE [--ignore COLUMNS] --out PAIRS.csv
                   ./windrose eval dedupe --tables A B --train FILE --pairs FILE --out FILE""";
    /** Columns that name the truth in public lists. */
    private static final Set<String> TRUTH = Set.of("rec_id", "entity_id", "true id", "cluster");

    private EvalDedupe() {}

    public static void main(String... arguments) throws IOException {
        var started = System.nanoTime();
        var options = Arrays.asList(arguments);
        if (options.contains("--list")) {
            list(options);
        } else if (options.contains("--tables")) {
            ScorePairs.run(options);
        } else {
            throw new IllegalArgumentException(USAGE);
        }
        System.err.printf(Locale.ROOT, "%.1f s%n", (System.nanoTime() - started) / 1e9);
    }

    private static void list(List<String> options) throws IOException {
        var ignored = new HashSet<>(TRUTH);
        if (options.contains("--ignore")) {
            for (var name : value(options, "--ignore").split(",")) {
                ignored.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        var file = CsvFile.read(Path.of(value(options, "--list"))).without(ignored);
        var table = Table.inferred(file.header(), file.rows());
        System.err.println(table.columns());
        var lines = new ArrayList<>(List.of("id_a,id_b,score"));
        for (var pair : DedupeTable.of(table)) {
            lines.add(String.format(Locale.ROOT, "%d,%d,%.4f", pair.a() + 1, pair.b() + 1, pair.score()));
        }
        Files.write(Path.of(value(options, "--out")), lines);
        System.err.printf("%d rows, %d pairs%n", file.rows().size(), lines.size() - 1);
    }

    static String value(List<String> options, String name) {
        return value(options, name, 1);
    }

    static String value(List<String> options, String name, int position) {
        int at = options.indexOf(name);
        if (at < 0 || at + position >= options.size()) {
            throw new IllegalArgumentException(USAGE);
        }
        return options.get(at + position);
    }
}
