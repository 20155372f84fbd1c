package dev.windrose.records.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.windrose.records.RecordData;
import dev.windrose.records.importing.file.Defuse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Comma-separated text. What a spreadsheet would run as a formula is made harmless. */
final class CsvExport implements ExportWriter {

    private final List<ExportColumn> columns;
    private final CsvWriter csv;

    CsvExport(List<ExportColumn> columns, OutputStream out) throws IOException {
        this.columns = columns;
        // Spreadsheets take a file without this mark for one in the encoding of the country.
        out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        this.csv = CsvWriter.builder().build(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        csv.writeRecord(
                columns.stream().map(column -> Defuse.cell(column.label())).toList());
    }

    @Override
    public void write(List<RecordData> records) {
        for (var record : records) {
            csv.writeRecord(columns.stream().map(column -> cell(column, record)).toList());
        }
    }

    private static String cell(ExportColumn column, RecordData record) {
        return switch (column.cell(record)) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Object value -> Defuse.cell(value.toString());
        };
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
