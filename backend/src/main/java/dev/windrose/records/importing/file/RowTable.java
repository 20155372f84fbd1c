package dev.windrose.records.importing.file;

import dev.windrose.platform.error.AppException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** An open file: its columns, then its rows one after the other. */
public abstract class RowTable implements AutoCloseable {

    /** What stands before the columns of refused rows. */
    public static final List<String> REFUSED = List.of("row", "reason");

    private static final int MOST_COLUMNS = 1000;

    /** Characters held at once: single cells may be millions long. */
    private static final long MOST_TEXT = 8_000_000;

    private final FileFormat format;

    RowTable(FileFormat format) {
        this.format = format;
    }

    public static RowTable open(Path file, FileFormat format) {
        return switch (format.form()) {
            case CSV -> CsvTable.of(file, format);
            case XLSX -> XlsxTable.of(file, format);
            case JSONL -> JsonLinesTable.of(file, format);
            case VCARD -> VCardTable.of(file, format);
        };
    }

    /** Names of the columns: those without one are numbered, repeated ones too. */
    public abstract List<String> header();

    /** The next row, also one without text. */
    abstract Optional<FileRow> read();

    @Override
    public abstract void close();

    /** The next row that holds anything. */
    public final Optional<FileRow> next() {
        for (var row = read(); row.isPresent() && !format.ended(row.get().number()); row = read()) {
            if (!row.get().blank()) {
                return returned(header()) ? row.map(FileRow::back) : row;
            }
        }
        return Optional.empty();
    }

    /** Up to that many rows, fewer where they are long; empty at the end. */
    public final List<FileRow> next(int most) {
        var rows = new ArrayList<FileRow>();
        long text = 0;
        while (rows.size() < most && text < MOST_TEXT) {
            var row = next();
            if (row.isEmpty()) {
                break;
            }
            rows.add(row.get());
            text += row.get().length();
        }
        return rows;
    }

    /** Whether this is a file of refused rows that has been put right. */
    public static boolean returned(List<String> header) {
        return header.size() > 2
                && header.get(0).equals(REFUSED.get(0))
                && header.get(1).equals(REFUSED.get(1));
    }

    static List<String> named(List<String> given) {
        var cells = returned(given) ? given.stream().map(Defuse::back).toList() : given;
        if (cells.size() > MOST_COLUMNS) {
            throw new AppException(
                    FileError.TOO_MANY_COLUMNS,
                    "The file has %d columns; at most %d can be imported.".formatted(cells.size(), MOST_COLUMNS));
        }
        var names = new ArrayList<String>();
        var taken = new HashSet<String>();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column).strip();
            String name = cell.isEmpty() ? "Column " + (column + 1) : cell;
            String unique = name;
            for (int again = 2; !taken.add(unique); again++) {
                unique = name + " (" + again + ")";
            }
            names.add(unique);
        }
        return List.copyOf(names);
    }
}
