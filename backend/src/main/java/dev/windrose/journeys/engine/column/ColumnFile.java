package dev.windrose.journeys.engine.column;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One column while it is written: numbers of 1, 2, 4 or 8 bytes, made wider when one no longer fits. */
final class ColumnFile implements AutoCloseable {

    private final Path path;
    private final ByteBuffer block = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private OutputStream out;
    private int width;
    private long count;

    ColumnFile(Path path, int width) throws IOException {
        this.path = path;
        this.width = width;
        this.out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
    }

    int width() {
        return width;
    }

    void add(long value) throws IOException {
        while (width < 8 && (width == 4 ? value != (int) value : value < 0 || value >= 1L << 8 * width)) {
            widen(width * 2);
        }
        if (block.remaining() < 8) {
            drain();
        }
        put(block, value, width);
        count++;
    }

    private static void put(ByteBuffer into, long value, int width) {
        switch (width) {
            case 1 -> into.put((byte) value);
            case 2 -> into.putShort((short) value);
            case 4 -> into.putInt((int) value);
            case 8 -> into.putLong(value);
            default -> throw new IllegalStateException("No column is " + width + " bytes wide.");
        }
    }

    private void drain() throws IOException {
        out.write(block.array(), 0, block.position());
        block.clear();
    }

    private void widen(int wider) throws IOException {
        drain();
        out.close();
        var old = path.resolveSibling(path.getFileName() + ".narrow");
        Files.move(path, old);
        out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
        int before = width;
        width = wider;
        try (var in = FileChannel.open(old, StandardOpenOption.READ)) {
            var read = ByteBuffer.allocate(1 << 13).order(ByteOrder.LITTLE_ENDIAN);
            while (in.read(read) > 0 || read.position() > 0) {
                read.flip();
                while (read.remaining() >= before) {
                    put(block, get(read, before), width);
                }
                read.compact();
                drain();
            }
        }
        Files.delete(old);
    }

    private static long get(ByteBuffer from, int width) {
        return switch (width) {
            case 1 -> from.get() & 0xFF;
            case 2 -> from.getShort() & 0xFFFF;
            default -> from.getInt();
        };
    }

    /** Ends the column and writes it behind what is in the channel. */
    void appendTo(FileChannel channel) throws IOException {
        drain();
        out.close();
        try (var in = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = in.size();
            for (long at = 0; at < size; ) {
                at += in.transferTo(at, size - at, channel);
            }
        }
        Files.delete(path);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(path);
    }
}
