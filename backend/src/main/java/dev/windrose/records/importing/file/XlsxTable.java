package dev.windrose.records.importing.file;

import dev.windrose.platform.error.AppException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** A sheet of a workbook, read as it streams by. Formulas count as what they last came to. */
final class XlsxTable extends RowTable {

    /** What a format shows of a date; text in quotation marks and colours do not count. */
    private static final Pattern NO_PARTS = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> header;

    private XlsxTable(FileFormat format, ReadableWorkbook workbook, Stream<Row> stream) {
        super(format);
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
        this.header = named(firstFilled());
    }

    static XlsxTable of(Path file, FileFormat format) {
        GuardZip.check(file);
        try {
            var workbook = open(file);
            var sheet = workbook.findSheet(String.valueOf(format.sheet())).orElseGet(workbook::getFirstSheet);
            return new XlsxTable(format, workbook, sheet.openStream());
        } catch (IOException | ExcelReaderException e) {
            throw unreadable();
        }
    }

    /** The sheets that hold anything, in their order. */
    static List<String> sheets(Path file) {
        GuardZip.check(file);
        try (var workbook = open(file)) {
            var names = new ArrayList<String>();
            for (var sheet : workbook.getSheets().toList()) {
                try (var first = sheet.openStream()) {
                    if (first.anyMatch(row -> row.getPhysicalCellCount() > 0)) {
                        names.add(sheet.getName());
                    }
                }
            }
            return names;
        } catch (IOException | ExcelReaderException e) {
            throw unreadable();
        }
    }

    /** Programs write workbooks without a part for styles: no number of these is shown as a date. */
    private static ReadableWorkbook open(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        } catch (ExcelReaderException withoutStyles) {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, false));
        }
    }

    static AppException unreadable() {
        return new AppException(
                FileError.NOT_A_CSV, "The workbook cannot be read. Save it again, or save the sheet as CSV.");
    }

    private List<String> firstFilled() {
        for (var row = read(); row.isPresent(); row = read()) {
            if (!row.get().blank()) {
                return row.get().cells();
            }
        }
        throw new AppException(FileError.EMPTY_FILE, "The sheet is empty.");
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    Optional<FileRow> read() {
        try {
            if (!rows.hasNext()) {
                return Optional.empty();
            }
            var row = rows.next();
            var cells = new ArrayList<String>();
            for (var cell : row) {
                cells.add(cell == null ? "" : text(cell));
            }
            return Optional.of(new FileRow(row.getRowNum(), cells));
        } catch (ExcelReaderException | UncheckedIOException e) {
            throw unreadable();
        }
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.ERROR || cell.getType() == CellType.EMPTY) {
            return "";
        }
        String raw = cell.getRawValue();
        if (cell.getType() == CellType.BOOLEAN) {
            return Boolean.TRUE.equals(cell.asBoolean()) ? "true" : "false";
        }
        if (cell.getValue() instanceof BigDecimal number) {
            return shows(cell.getDataFormatString()) ? date(cell) : number.toPlainString();
        }
        String text = cell.getText();
        return text == null ? raw == null ? "" : raw : text;
    }

    /** Days and months are shown, not only numbers. */
    private static boolean shows(@Nullable String format) {
        if (format == null || format.equalsIgnoreCase("general")) {
            return false;
        }
        String parts = NO_PARTS.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return parts.contains("yy") || parts.contains("d") && parts.contains("m");
    }

    private static String date(Cell cell) {
        var time = cell.asDate();
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : time.toString().replace('T', ' ');
    }

    @Override
    public void close() {
        stream.close();
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
