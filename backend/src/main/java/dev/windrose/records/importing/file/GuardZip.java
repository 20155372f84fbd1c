package dev.windrose.records.importing.file;

import dev.windrose.platform.error.AppException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** Unpacks a workbook into nothing before it is read: what it says of its size is not believed. */
final class GuardZip {

    private static final int MOST_ENTRIES = 5_000;
    private static final long MOST_BYTES = 8L << 30;
    /** Texts are held in memory while a sheet is read. */
    private static final long MOST_SHARED = 128L << 20;
    /** Sheets of repeated rows shrink to a fiftieth; a bomb to a thousandth. */
    private static final long MOST_RATIO = 150;

    private static final long SMALL = 10L << 20;

    private GuardZip() {}

    static void check(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            long all = 0;
            var entries = zip.entries();
            if (zip.size() > MOST_ENTRIES) {
                throw bomb();
            }
            while (entries.hasMoreElements()) {
                var entry = entries.nextElement();
                long packed = Math.max(1, entry.getCompressedSize());
                boolean shared = entry.getName().endsWith("sharedStrings.xml");
                try (var in = zip.getInputStream(entry)) {
                    all += size(in, packed, shared ? MOST_SHARED : MOST_BYTES - all, shared);
                }
            }
        } catch (IOException e) {
            throw XlsxTable.unreadable();
        }
    }

    private static long size(InputStream in, long packed, long most, boolean shared) throws IOException {
        var buffer = new byte[1 << 16];
        long size = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            size += read;
            if (size > most && shared) {
                throw new AppException(
                        FileError.TOO_LARGE_WORKBOOK,
                        "The workbook is too large to be read. Save the sheet as CSV and import that.");
            }
            if (size > most || size > SMALL && size / packed > MOST_RATIO) {
                throw bomb();
            }
        }
        return size;
    }

    private static AppException bomb() {
        return new AppException(
                FileError.ZIP_BOMB,
                "The file unpacks to far more than it should; it is not read. Save the sheet as CSV and import that.");
    }
}
