package dev.windrose.records.duplicates.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What is told of two rows: of each column, of both rows as a whole, and of how they stand among the others. */
final class PairFeatures {

    private static final int WHOLE = 14;
    private static final int RIVALS = 5;

    private final PairTables tables;
    private final List<List<String>> words;
    private final List<String> whole = new ArrayList<>();
    private final List<Rivals> rivals = new ArrayList<>();
    private final int main;

    PairFeatures(PairTables tables) {
        this.tables = tables;
        this.words =
                IntStream.range(0, tables.rows.size()).mapToObj(tables::words).toList();
        words.forEach(all -> whole.add(String.join("", all)));
        this.main = main(tables.rows);
        rivals.add(new Rivals(words, tables.left));
        rivals.add(new Rivals(
                IntStream.range(0, tables.rows.size())
                        .mapToObj(row -> tables.rows.value(row, main).words())
                        .toList(),
                tables.left));
    }

    /** The column that tells most rows apart. */
    private static int main(Prepared rows) {
        int best = 0;
        for (int column = 1; column < rows.columns(); column++) {
            boolean texts = rows.kind(column) == ColumnKind.NAME || rows.kind(column) == ColumnKind.TEXT;
            if (texts && rows.telling(column) > rows.telling(best) * 1.05) {
                best = column;
            }
        }
        return best;
    }

    int count() {
        return tables.rows.columns() * ValueFeatures.COUNT + WHOLE + RIVALS * rivals.size();
    }

    /** @param b a row of the second table, counted from its own 0 */
    double[] of(int a, int b) {
        int other = tables.left + b;
        var out = new double[count()];
        int at = 0;
        for (int column = 0; column < tables.rows.columns(); column++, at += ValueFeatures.COUNT) {
            ValueFeatures.into(
                    out,
                    at,
                    tables.rows.value(a, column),
                    tables.rows.value(other, column),
                    tables.rows.kind(column),
                    tables.rows.weights(column));
        }
        whole(out, at, a, other);
        at += WHOLE;
        for (var rival : rivals) {
            rival.into(out, at, a, other);
            at += RIVALS;
        }
        return out;
    }

    private void whole(double[] out, int at, int a, int b) {
        var weights = rivals.getFirst().weights();
        var one = words.get(a);
        var other = words.get(b);
        out[at] = weights.covered(one, other);
        out[at + 1] = weights.covered(other, one);
        out[at + 2] = ValueFeatures.jaccard(one, other);
        ValueFeatures.words(out, at + 3, one, other, weights);
        out[at + 6] = weights.covered(tables.rows.value(a, main).words(), other);
        out[at + 7] = weights.covered(tables.rows.value(b, main).words(), one);
        var codes = codes(one);
        var others = codes(other);
        ValueFeatures.numbers(out, at + 8, codes, others);
        out[at + 11] = hidden(codes, whole.get(b)) + hidden(others, whole.get(a));
        var figures = new double[3];
        ValueFeatures.numbers(figures, 0, numbers(one), numbers(other));
        System.arraycopy(figures, 0, out, at + 12, 2);
    }

    /** Words of letters and figures, or long figures: models, articles, versions. */
    private static List<String> codes(List<String> words) {
        return words.stream()
                .filter(word -> word.length() >= 4 && Words.hasDigit(word))
                .toList();
    }

    private static List<String> numbers(List<String> words) {
        return words.stream().filter(Words::hasDigit).toList();
    }

    private static double hidden(List<String> codes, String text) {
        return codes.stream()
                .filter(code -> code.length() >= 5 && text.contains(code))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
