package dev.windrose.records.importing.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.windrose.platform.error.AppException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** An open file: its header, then its rows one after the other. */
public final class CsvTable implements AutoCloseable {

    private static final int MOST_COLUMNS = 1000;
    private static final int BOM = '\uFEFF';

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> header;

    private CsvTable(CsvReader<CsvRecord> reader) {
        this.reader = reader;
        this.records = reader.iterator();
        this.header = named(nextRecord()
                .map(CsvRecord::getFields)
                .orElseThrow(() -> new AppException(FileError.EMPTY_FILE, "The file is empty.")));
    }

    public static CsvTable open(Path file, CsvFormat format) {
        try {
            return new CsvTable(reader(file, format));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CsvReader<CsvRecord> reader(Path file, CsvFormat format) throws IOException {
        var decoder = format.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var text = new PushbackReader(
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder), 1 << 16), 1);
        skipMark(text);
        return CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .ofCsvRecord((Reader) text);
    }

    private static void skipMark(PushbackReader text) throws IOException {
        int first = text.read();
        if (first != BOM && first != -1) {
            text.unread(first);
        }
    }

    private static List<String> named(List<String> cells) {
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

    /** Names of the columns: those without one are numbered, repeated ones too. */
    public List<String> header() {
        return header;
    }

    /** The next row that holds anything. */
    public Optional<CsvRow> next() {
        for (var found = nextRecord(); found.isPresent(); found = nextRecord()) {
            var row =
                    new CsvRow(found.get().getStartingLineNumber(), found.get().getFields());
            if (!row.blank()) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** Up to that many rows; empty at the end. */
    public List<CsvRow> next(int most) {
        var rows = new ArrayList<CsvRow>();
        for (var row = next(); row.isPresent(); row = rows.size() < most ? next() : Optional.empty()) {
            rows.add(row.get());
            if (rows.size() == most) {
                break;
            }
        }
        return rows;
    }

    private Optional<CsvRecord> nextRecord() {
        try {
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (CsvParseException | NoSuchElementException e) {
            throw new AppException(
                    FileError.NOT_A_CSV,
                    "The file cannot be read as rows and columns: a quotation mark is opened and never closed.");
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
