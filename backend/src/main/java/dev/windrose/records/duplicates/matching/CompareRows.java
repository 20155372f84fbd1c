package dev.windrose.records.duplicates.matching;

import java.util.stream.IntStream;

/** Compares two rows column by column; a name that stands in another column of names counts as found. */
final class CompareRows {

    private final Prepared rows;
    private final int[] names;

    CompareRows(Prepared rows) {
        this.rows = rows;
        this.names = IntStream.range(0, rows.columns())
                .filter(column -> rows.kind(column) == ColumnKind.NAME)
                .toArray();
    }

    Agreement[] of(int a, int b) {
        var found = new Agreement[rows.columns()];
        for (int column = 0; column < found.length; column++) {
            found[column] = CompareValues.of(
                    rows.value(a, column), rows.value(b, column), rows.kind(column), rows.weights(column));
        }
        swapped(a, b, found);
        return found;
    }

    private void swapped(int a, int b, Agreement[] found) {
        for (int i = 0; i < names.length; i++) {
            for (int j = i + 1; j < names.length; j++) {
                int one = names[i];
                int other = names[j];
                if (!found[one].agrees() && !found[other].agrees()) {
                    boolean cross = alike(rows.value(a, one), rows.value(b, other), one);
                    boolean back = alike(rows.value(a, other), rows.value(b, one), one);
                    if (cross && back) {
                        found[one] = Agreement.NEAR;
                        found[other] = Agreement.NEAR;
                    } else if (cross || back) {
                        int moved = found[one] == Agreement.DIFFERENT ? one : other;
                        found[moved] = Agreement.CLOSE;
                    }
                }
            }
        }
    }

    private boolean alike(Value one, Value other, int column) {
        return !one.unlike(other)
                && CompareValues.of(one, other, ColumnKind.NAME, rows.weights(column))
                                .compareTo(Agreement.NEAR)
                        <= 0;
    }
}
