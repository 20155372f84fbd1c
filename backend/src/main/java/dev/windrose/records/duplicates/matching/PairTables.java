package dev.windrose.records.duplicates.matching;

import java.util.ArrayList;
import java.util.List;

/** Two tables prepared as one: rows of the second follow those of the first. */
final class PairTables {

    final Prepared rows;
    final int left;

    PairTables(Prepared rows, int left) {
        this.rows = rows;
        this.left = left;
    }

    /** Columns of one name belong together. */
    static PairTables of(List<String> names, List<List<String>> left, List<List<String>> right) {
        var all = new ArrayList<>(left);
        all.addAll(right);
        return new PairTables(new Prepared(Table.inferred(names, all)), left.size());
    }

    /** All words of a row. */
    List<String> words(int row) {
        var words = new ArrayList<String>();
        for (int column = 0; column < rows.columns(); column++) {
            words.addAll(rows.value(row, column).words());
        }
        return words;
    }
}
