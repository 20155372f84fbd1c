package dev.windrose.records.importing.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row under the header.
 *
 * @param number the line of the file where it starts, as an editor counts; the header is 1
 * @param problem why the row cannot be read
 */
public record FileRow(
        long number, List<String> cells, @Nullable String problem) {

    public FileRow(long number, List<String> cells) {
        this(number, cells, null);
    }

    public String cell(int column) {
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    /** Whether it has text beyond the last column of the header. */
    public boolean overflows(int columns) {
        return cells.size() > columns
                && cells.subList(columns, cells.size()).stream().anyMatch(cell -> !cell.isBlank());
    }

    /** As it was before it was written for a spreadsheet. */
    FileRow back() {
        return new FileRow(number, cells.stream().map(Defuse::back).toList(), problem);
    }

    public boolean blank() {
        return problem == null && cells.stream().allMatch(String::isBlank);
    }

    long length() {
        return cells.stream().mapToLong(String::length).sum();
    }

    /** Whether it stands in the first column only, as the remarks under a report do. */
    public boolean alone() {
        return !cells.isEmpty()
                && !cells.getFirst().isBlank()
                && cells.subList(1, cells.size()).stream().allMatch(String::isBlank);
    }
}
