package dev.windrose.workspace.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive that is being written, entry by entry. */
final class ArchiveZip implements AutoCloseable {

    private final ZipOutputStream zip;

    ArchiveZip(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** What was written as one entry. */
    record Sum(long bytes, String sha256) {}

    @FunctionalInterface
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    Sum entry(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var counted = new Counted(zip);
        content.to(counted);
        counted.flush();
        zip.closeEntry();
        return counted.sum();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stays open when a writer of one entry closes it. */
    private static final class Counted extends FilterOutputStream {

        private final MessageDigest digest = sha256();
        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] content, int from, int length) throws IOException {
            out.write(content, from, length);
            digest.update(content, from, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }

        Sum sum() {
            return new Sum(bytes, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
