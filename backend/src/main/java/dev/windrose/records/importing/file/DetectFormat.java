package dev.windrose.records.importing.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.windrose.platform.error.AppException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out how a file is written. Nothing is asked: the bytes tell the encoding, the first rows the delimiter. */
public final class DetectFormat {

    private static final int HEAD = 1 << 16;
    private static final int ROWS = 60;
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    private DetectFormat() {}

    public static CsvFormat of(Path file) {
        try {
            byte[] head = head(file);
            if (head.length == 0) {
                throw new AppException(FileError.EMPTY_FILE, "The file is empty.");
            }
            String encoding = encoding(file, head);
            refuseOtherFiles(head, encoding);
            return new CsvFormat(encoding, delimiter(file, encoding));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static String encoding(Path file, byte[] head) throws IOException {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return "UTF-8";
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return "UTF-16LE";
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return "UTF-16BE";
        }
        double even = zeros(head, 0);
        double odd = zeros(head, 1);
        if (odd > 0.3 && even < 0.05) {
            return "UTF-16LE";
        }
        if (even > 0.3 && odd < 0.05) {
            return "UTF-16BE";
        }
        return isUtf8(file) ? "UTF-8" : "windows-1252";
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static double zeros(byte[] head, int first) {
        int zeros = 0;
        int all = 0;
        for (int i = first; i < head.length; i += 2) {
            all++;
            zeros += head[i] == 0 ? 1 : 0;
        }
        return all < 4 ? 0 : (double) zeros / all;
    }

    private static boolean isUtf8(Path file) throws IOException {
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var reader = new InputStreamReader(Files.newInputStream(file), strict)) {
            var buffer = new char[HEAD];
            while (reader.read(buffer) >= 0) {
                continue;
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static void refuseOtherFiles(byte[] head, String encoding) {
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new AppException(
                    FileError.NOT_A_CSV, "This is a workbook or an archive. Save the sheet as CSV and import that.");
        }
        int odd = 0;
        for (byte one : head) {
            odd += one >= 0 && one < 32 && one != '\t' && one != '\n' && one != '\r' && one != '\f' ? 1 : 0;
        }
        boolean wide = encoding.startsWith("UTF-16");
        if (!wide && odd > head.length / 200 || startsWith(head, '%', 'P', 'D', 'F')) {
            throw new AppException(FileError.NOT_A_CSV, "This is not a file of rows and columns.");
        }
    }

    /** The one that cuts most of the first rows into the same number of cells, and into more than one. */
    private static char delimiter(Path file, String encoding) throws IOException {
        char best = ',';
        double bestScore = 0;
        for (char delimiter : DELIMITERS) {
            double score = score(file, new CsvFormat(encoding, delimiter));
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        return best;
    }

    private static double score(Path file, CsvFormat format) throws IOException {
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
