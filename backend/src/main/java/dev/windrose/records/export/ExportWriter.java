package dev.windrose.records.export;

import dev.windrose.records.RecordData;
import java.io.IOException;
import java.util.List;

/** Writes records into a file, some at a time, and forgets them. */
sealed interface ExportWriter extends AutoCloseable permits CsvExport, XlsxExport, JsonLinesExport {

    void write(List<RecordData> records) throws IOException;

    @Override
    void close() throws IOException;
}
