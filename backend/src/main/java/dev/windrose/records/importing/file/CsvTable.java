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
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** A file of rows whose cells are kept apart by a sign. */
final class CsvTable extends RowTable {

    private static final int BOM = '\uFEFF';

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> header;

    private CsvTable(FileFormat format, CsvReader<CsvRecord> reader) {
        super(format);
        this.reader = reader;
        this.records = reader.iterator();
        this.header = named(nextRecord()
                .map(CsvRecord::getFields)
                .orElseThrow(() -> new AppException(FileError.EMPTY_FILE, "The file is empty.")));
    }

    static CsvTable of(Path file, FileFormat format) {
        try {
            return new CsvTable(format, reader(file, format));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CsvReader<CsvRecord> reader(Path file, FileFormat format) throws IOException {
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

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    Optional<FileRow> read() {
        return nextRecord().map(record -> new FileRow(record.getStartingLineNumber(), record.getFields()));
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
