package dev.windrose.platform.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** A compressed tar file in the making. Files may change while they are read: the size that the entry promised is what is written. */
final class BackupArchive implements AutoCloseable {

    /** The last entry; a file without it was cut off. */
    static final String END = "end";

    private static final int BUFFER = 1 << 18;

    private final TarArchiveOutputStream tar;
    private final byte[] buffer = new byte[BUFFER];
    private long bytes;

    BackupArchive(OutputStream file) throws IOException {
        var parameters = new GzipParameters();
        parameters.setCompressionLevel(Deflater.BEST_SPEED);
        parameters.setBufferSize(BUFFER);
        tar = new TarArchiveOutputStream(
                new GzipCompressorOutputStream(new BufferedOutputStream(file, BUFFER), parameters));
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    void add(String name, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        open(name, content.length);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    void add(String name, byte[] content, int length) throws IOException {
        open(name, length);
        tar.write(content, 0, length);
        tar.closeArchiveEntry();
    }

    void addFolder(String name) throws IOException {
        tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
        tar.closeArchiveEntry();
    }

    /** A file that is gone by now is left out. */
    void add(String name, Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ);
                var input = Channels.newInputStream(channel)) {
            long size = channel.size();
            open(name, size);
            copy(input, size);
            tar.closeArchiveEntry();
        } catch (NoSuchFileException e) {
            // Dropped while the backup runs; the write-ahead log knows.
        }
    }

    private void open(String name, long size) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(size);
        tar.putArchiveEntry(entry);
        bytes += size;
    }

    private void copy(InputStream input, long size) throws IOException {
        long left = size;
        while (left > 0) {
            int read = input.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
            if (read == 0) {
                Arrays.fill(buffer, (byte) 0);
                read = (int) Math.min(buffer.length, left);
            }
            tar.write(buffer, 0, read);
            left -= read;
        }
    }

    long bytes() {
        return bytes;
    }

    void finish() throws IOException {
        add(END, "");
        tar.finish();
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
