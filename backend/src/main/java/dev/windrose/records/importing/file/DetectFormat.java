package dev.windrose.records.importing.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.windrose.platform.error.AppException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out how a file is written. Nothing is asked: the bytes tell the encoding, the first rows the delimiter. */
public final class DetectFormat {

    private static final int HEAD = 1 << 16;
    private static final int ROWS = 60;
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    private DetectFormat() {}

    public static FileFormat of(Path file) {
        try {
            byte[] head = head(file);
            if (head.length == 0) {
                throw new AppException(FileError.EMPTY_FILE, "The file is empty.");
            }
            if (DetectEncoding.startsWith(head, 'P', 'K', 3, 4)) {
                return workbook(file, null);
            }
            String encoding = DetectEncoding.of(file, head);
            refuseOtherFiles(head, encoding);
            return text(file, head, encoding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another sheet, encoding or delimiter than was found out; null keeps what was. */
    public static FileFormat with(
            Path file,
            FileFormat found,
            @Nullable String encoding,
            @Nullable Character delimiter,
            @Nullable String sheet) {
        if (found.form() == FileKind.XLSX) {
            return workbook(file, sheet);
        }
        try {
            String other = encoding == null ? found.encoding() : known(encoding);
            var format = text(file, head(file), other);
            return delimiter == null || format.form() != FileKind.CSV ? format : new FileFormat(other, delimiter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String known(String encoding) {
        try {
            return Charset.forName(encoding).name();
        } catch (IllegalArgumentException e) {
            throw new AppException(
                    FileError.BAD_ENCODING, "There is no encoding \"%s\".".formatted(encoding), "encoding");
        }
    }

    private static FileFormat workbook(Path file, @Nullable String wanted) {
        var sheets = XlsxTable.sheets(file);
        if (sheets.isEmpty()) {
            throw new AppException(FileError.EMPTY_FILE, "The workbook is empty.");
        }
        if (wanted != null && !sheets.contains(wanted)) {
            throw new AppException(
                    FileError.NOT_A_CSV,
                    "The workbook has no sheet \"%s\" with anything in it.".formatted(wanted),
                    "sheet");
        }
        return FileFormat.workbook(wanted == null ? sheets.getFirst() : wanted, sheets);
    }

    private static FileFormat text(Path file, byte[] head, String encoding) throws IOException {
        String begin = new String(head, Charset.forName(encoding))
                .replace("\uFEFF", "")
                .stripLeading();
        if (begin.regionMatches(true, 0, "BEGIN:VCARD", 0, 11)) {
            return FileFormat.of(FileKind.VCARD, encoding, null);
        }
        if (begin.startsWith("{")) {
            var bare = FileFormat.of(FileKind.JSONL, encoding, null);
            return FileFormat.of(FileKind.JSONL, encoding, JsonLinesTable.names(file, bare));
        }
        return new FileFormat(encoding, delimiter(file, encoding));
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static void refuseOtherFiles(byte[] head, String encoding) {
        if (DetectEncoding.startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new AppException(
                    FileError.NOT_A_CSV,
                    "This is a workbook of the old kind. Save it as .xlsx or as CSV and import that.");
        }
        int odd = 0;
        for (byte one : head) {
            odd += one >= 0 && one < 32 && one != '\t' && one != '\n' && one != '\r' && one != '\f' ? 1 : 0;
        }
        boolean wide = encoding.startsWith("UTF-16");
        if (!wide && odd > head.length / 200 || DetectEncoding.startsWith(head, '%', 'P', 'D', 'F')) {
            throw new AppException(FileError.NOT_A_CSV, "This is not a file of rows and columns.");
        }
    }

    /** The one that cuts most of the first rows into the same number of cells, and into more than one. */
    private static char delimiter(Path file, String encoding) throws IOException {
        char best = ',';
        double bestScore = 0;
        for (char delimiter : DELIMITERS) {
            double score = score(file, new FileFormat(encoding, delimiter));
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        return best;
    }

    private static double score(Path file, FileFormat format) throws IOException {
        Map<Integer, Integer> rowsOfWidth = new HashMap<>();
        int rows = 0;
        int header = 0;
        try (var reader = CsvTable.reader(file, format)) {
            for (var row : reader) {
                header = rows == 0 ? row.getFieldCount() : header;
                rowsOfWidth.merge(row.getFieldCount(), 1, Integer::sum);
                if (++rows == ROWS) {
                    break;
                }
            }
        } catch (CsvParseException e) {
            return 0;
        }
        return header < 2 ? 0 : rowsOfWidth.get(header) / (double) rows + header / 10_000.0;
    }
}
