package dev.windrose.records.duplicates.matching;

import java.util.List;

/** Rows of texts; a blank text is a missing value. */
public record Table(List<Column> columns, List<List<String>> rows) {

    /** Columns whose kind is read off their values. */
    public static Table inferred(List<String> names, List<List<String>> rows) {
        return new InferKinds(names, rows).table();
    }

    int size() {
        return rows.size();
    }

    String cell(int row, int column) {
        var cells = rows.get(row);
        return column < cells.size() ? cells.get(column) : "";
    }
}
