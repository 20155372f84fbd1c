package dev.windrose.records.importing.file;

import java.util.List;

/**
 * A row under the header.
 *
 * @param number the line of the file where it starts, as an editor counts; the header is 1
 */
public record CsvRow(long number, List<String> cells) {

    public String cell(int column) {
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    /** Whether it has text beyond the last column of the header. */
    public boolean overflows(int columns) {
        return cells.size() > columns
                && cells.subList(columns, cells.size()).stream().anyMatch(cell -> !cell.isBlank());
    }

    public boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
