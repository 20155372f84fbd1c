package dev.windrose.records.duplicates.eval;

import dev.windrose.records.duplicates.matching.LearnPairs;
import dev.windrose.records.duplicates.matching.LearnPairs.Labelled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Learns on the pairs of one file and scores those of another. */
final class ScorePairs {

    private ScorePairs() {}

    static void run(List<String> options) throws IOException {
        var left = CsvFile.read(Path.of(EvalDedupe.value(options, "--tables", 1)));
        var right = CsvFile.read(Path.of(EvalDedupe.value(options, "--tables", 2)));
        var names = left.header().stream()
                .filter(name -> !name.equals("id") && right.header().contains(name))
                .toList();
        var ofLeft = rows(left);
        var ofRight = rows(right);
        var train = CsvFile.read(Path.of(EvalDedupe.value(options, "--train")));
        var learned = LearnPairs.of(names, cells(left, names), cells(right, names), pairs(train, ofLeft, ofRight));
        var pairs = CsvFile.read(Path.of(EvalDedupe.value(options, "--pairs")));
        var lines = new ArrayList<>(List.of("ltable_id,rtable_id,score"));
        var ids = pairs.column("ltable_id");
        var others = pairs.column("rtable_id");
        for (int i = 0; i < ids.size(); i++) {
            double score = learned.score(row(ofLeft, ids.get(i)), row(ofRight, others.get(i)));
            lines.add(String.format(Locale.ROOT, "%s,%s,%.4f", ids.get(i), others.get(i), score));
        }
        Files.write(Path.of(EvalDedupe.value(options, "--out")), lines);
        System.err.printf("%d pairs learned, %d scored%n", train.rows().size(), ids.size());
    }

    private static List<Labelled> pairs(CsvFile file, Map<String, Integer> left, Map<String, Integer> right) {
        var ids = file.column("ltable_id");
        var others = file.column("rtable_id");
        var labels = file.column("label");
        var pairs = new ArrayList<Labelled>();
        for (int i = 0; i < ids.size(); i++) {
            pairs.add(new Labelled(
                    row(left, ids.get(i)),
                    row(right, others.get(i)),
                    labels.get(i).equals("1")));
        }
        return pairs;
    }

    private static int row(Map<String, Integer> rows, String id) {
        var row = rows.get(id);
        if (row == null) {
            throw new IllegalArgumentException("No row has the id " + id + ".");
        }
        return row;
    }

    private static Map<String, Integer> rows(CsvFile file) {
        var ids = file.column("id");
        var rows = new HashMap<String, Integer>();
        for (int row = 0; row < ids.size(); row++) {
            rows.put(ids.get(row), row);
        }
        return rows;
    }

    private static List<List<String>> cells(CsvFile file, List<String> names) {
        var columns = names.stream().map(file::column).toList();
        var rows = new ArrayList<List<String>>();
        for (int row = 0; row < file.rows().size(); row++) {
            int at = row;
            rows.add(columns.stream().map(column -> column.get(at)).toList());
        }
        return rows;
    }
}
