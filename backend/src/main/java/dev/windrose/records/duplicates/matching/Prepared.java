package dev.windrose.records.duplicates.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table whose values are ready to be compared, with how often each of them occurs. */
final class Prepared {

    private static final double WORLD = 200;

    private final Table table;
    private final Value[][] values;
    private final List<WordWeights> weights = new ArrayList<>();
    private final List<Map<String, Integer>> counts = new ArrayList<>();
    private final int[] present;
    private final float[][] common;

    Prepared(Table table) {
        this.table = table;
        this.values = new Value[table.size()][table.columns().size()];
        this.present = new int[table.columns().size()];
        this.common = new float[table.size()][table.columns().size()];
        for (int column = 0; column < columns(); column++) {
            prepare(column);
        }
    }

    private void prepare(int column) {
        var kind = kind(column);
        var known = new HashMap<String, Value>();
        var count = new HashMap<String, Integer>();
        var words = new ArrayList<List<String>>();
        for (int row = 0; row < size(); row++) {
            var value = known.computeIfAbsent(table.cell(row, column), raw -> Value.of(raw, kind));
            values[row][column] = value;
            if (!value.missing()) {
                count.merge(value.key(), 1, Integer::sum);
                words.add(value.words());
                present[column]++;
            }
        }
        counts.add(count);
        for (int row = 0; row < size(); row++) {
            common[row][column] = (float) commonBits(column, values[row][column]);
        }
        weights.add(new WordWeights(words));
    }

    int size() {
        return table.size();
    }

    int columns() {
        return table.columns().size();
    }

    ColumnKind kind(int column) {
        return table.columns().get(column).kind();
    }

    Value value(int row, int column) {
        return values[row][column];
    }

    WordWeights weights(int column) {
        return weights.get(column);
    }

    /** How many rows have this value. */
    int count(int column, Value value) {
        return counts.get(column).getOrDefault(value.key(), 0);
    }

    /** How many different values it has, as a share of the rows. */
    double telling(int column) {
        return (double) counts.get(column).size() / Math.max(1, size());
    }

    /** How common the value is, as a logarithm; half of what is in the list stands for what is not. */
    double commonBits(int row, int column) {
        return common[row][column];
    }

    private double commonBits(int column, Value value) {
        double others = Math.max(.5, count(column, value) - 1.0);
        double world = Expectations.common(kind(column));
        return RowWeights.log2((others + WORLD * world) / (present[column] + WORLD));
    }

    /** Share of all pairs of rows with a value that have the same one. */
    double sameByChance(int column) {
        double pairs = (double) present[column] * (present[column] - 1);
        double same = 0;
        for (int count : counts.get(column).values()) {
            same += (double) count * (count - 1);
        }
        return pairs == 0 ? 0 : same / pairs;
    }
}
