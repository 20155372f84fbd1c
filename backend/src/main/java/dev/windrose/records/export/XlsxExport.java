package dev.windrose.records.export;

import dev.windrose.records.RecordData;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook. Texts are kept as texts, so that none is taken for a formula. */
final class XlsxExport implements ExportWriter {

    private static final int ROWS_OF_A_SHEET = 1_000_000;
    private static final int LONGEST_TEXT = 32_000;

    private final List<ExportColumn> columns;
    private final String name;
    private final ZoneId zone;
    private final Workbook book;
    private Worksheet sheet;
    private int sheets;
    private int row;

    XlsxExport(List<ExportColumn> columns, String name, ZoneId zone, OutputStream out) {
        this.columns = columns;
        this.name = name;
        this.zone = zone;
        this.book = new Workbook(out, "Windrose", "1.0");
        this.sheet = begin();
    }

    private Worksheet begin() {
        sheets++;
        var fresh = book.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        for (int i = 0; i < columns.size(); i++) {
            fresh.inlineString(0, i, columns.get(i).label());
            fresh.style(0, i).bold().set();
        }
        fresh.freezePane(0, 1);
        row = 1;
        return fresh;
    }

    @Override
    public void write(List<RecordData> records) throws IOException {
        for (var record : records) {
            if (row > ROWS_OF_A_SHEET) {
                sheet.finish();
                sheet = begin();
            }
            for (int i = 0; i < columns.size(); i++) {
                put(i, columns.get(i).cell(record));
            }
            row++;
        }
        sheet.flush();
    }

    private void put(int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {}
            case Number number -> sheet.value(row, column, number);
            case Boolean value -> sheet.value(row, column, value);
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Instant instant -> {
                sheet.value(row, column, LocalDateTime.ofInstant(instant, zone));
                sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
            }
            default -> sheet.inlineString(row, column, shortened(cell.toString()));
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        book.finish();
    }
}
