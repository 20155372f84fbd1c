package dev.windrose.records.importing.file;

import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file of rows is written.
 *
 * @param kind null in what an earlier release has kept, which knew one kind
 * @param sheet the sheet of a workbook that is read
 * @param sheets all of them
 * @param names the columns, where the file has no header
 * @param lastLine the last line that holds a row; what follows is a footer
 */
public record FileFormat(
        String encoding,
        char delimiter,
        @Nullable FileKind kind,
        @Nullable String sheet,
        @Nullable List<String> sheets,
        @Nullable List<String> names,
        @Nullable Long lastLine) {

    public FileFormat(String encoding, char delimiter) {
        this(encoding, delimiter, FileKind.CSV, null, null, null, null);
    }

    static FileFormat of(FileKind kind, String encoding, @Nullable List<String> names) {
        return new FileFormat(encoding, ',', kind, null, null, names, null);
    }

    static FileFormat workbook(String sheet, List<String> sheets) {
        return new FileFormat("UTF-8", ',', FileKind.XLSX, sheet, sheets, null, null);
    }

    /** The same workbook, one format for each of its sheets; of other files the only one. */
    public List<FileFormat> eachSheet() {
        return sheets == null
                ? List.of(this)
                : sheets.stream().map(one -> workbook(one, sheets)).toList();
    }

    public FileFormat endingAt(long line) {
        return new FileFormat(encoding, delimiter, kind, sheet, sheets, names, line);
    }

    public FileKind form() {
        return kind == null ? FileKind.CSV : kind;
    }

    Charset charset() {
        return Charset.forName(encoding);
    }

    boolean ended(long line) {
        return lastLine != null && line > lastLine;
    }
}
