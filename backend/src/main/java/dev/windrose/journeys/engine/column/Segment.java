package dev.windrose.journeys.engine.column;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/** Columns in a file that never changes, mapped into memory. The mapping ends when nobody uses the object any more. */
public final class Segment implements Columns {

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

    private final MemorySegment memory;
    private final Layout layout;
    private final long starts;
    private final long times;
    private final long amounts;
    private final long[] codes;

    private Segment(MemorySegment memory, Layout layout) {
        this.memory = memory;
        this.layout = layout;
        this.starts = 16L * layout.entities();
        this.times = starts + 8L * (layout.entities() + 1);
        this.amounts = times + 8 * layout.rows();
        this.codes = new long[layout.widths().length];
        long at = amounts + layout.amountWidth() * layout.rows();
        for (int d = 0; d < codes.length; d++) {
            codes[d] = at;
            at += layout.widths()[d] * layout.rows();
        }
    }

    /** A file that is not what was written, or of another version. It is built anew. */
    public static final class Broken extends IOException {
        Broken(String message) {
            super(message);
        }
    }

    public static Segment open(Path file, boolean check) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < Layout.TRAILER) {
                throw new Broken("The file " + file + " ends too early.");
            }
            var trailer = ByteBuffer.allocate(Layout.TRAILER).order(ByteOrder.LITTLE_ENDIAN);
            channel.read(trailer, size - Layout.TRAILER);
            trailer.flip();
            long length = trailer.getLong();
            long checksum = trailer.getLong();
            if (trailer.getInt() != Layout.VERSION
                    || trailer.getInt() != Layout.MARK
                    || length < 0
                    || length > size - Layout.TRAILER) {
                throw new Broken("The file " + file + " is of another version.");
            }
            if (check && SegmentWriter.checksum(channel, size - Layout.TRAILER) != checksum) {
                throw new Broken("The file " + file + " is not what was written.");
            }
            var bytes = ByteBuffer.allocate((int) length);
            channel.read(bytes, size - Layout.TRAILER - length);
            return new Segment(
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, size, Arena.ofAuto()), Layout.of(bytes.array()));
        }
    }

    public List<Dictionary> dictionaries() {
        return layout.dictionaries().stream().map(Dictionary::of).toList();
    }

    public UUID key(int entity) {
        return new UUID(memory.get(LONG, 16L * entity), memory.get(LONG, 16L * entity + 8));
    }

    /** The number of an entity; below zero where it has no event here. */
    public int find(UUID key) {
        int low = 0;
        int high = layout.entities() - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = compare(middle, key);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private int compare(int entity, UUID key) {
        int order = Long.compareUnsigned(memory.get(LONG, 16L * entity), key.getMostSignificantBits());
        return order != 0
                ? order
                : Long.compareUnsigned(memory.get(LONG, 16L * entity + 8), key.getLeastSignificantBits());
    }

    public long bytes() {
        return memory.byteSize();
    }

    @Override
    public int entities() {
        return layout.entities();
    }

    @Override
    public long rows() {
        return layout.rows();
    }

    @Override
    public long start(int entity) {
        return memory.get(LONG, starts + 8L * entity);
    }

    @Override
    public void times(long from, int count, long[] into, int at) {
        MemorySegment.copy(memory, LONG, times + 8 * from, into, at, count);
    }

    @Override
    public void codes(int dimension, long from, int count, int[] into, int at) {
        int width = layout.widths()[dimension];
        long row = codes[dimension] + width * from;
        if (width == 1) {
            for (int i = 0; i < count; i++) {
                into[at + i] = memory.get(BYTE, row + i) & 0xFF;
            }
        } else if (width == 2) {
            for (int i = 0; i < count; i++) {
                into[at + i] = memory.get(SHORT, row + 2L * i) & 0xFFFF;
            }
        } else {
            MemorySegment.copy(memory, INT, row, into, at, count);
        }
    }

    @Override
    public void amounts(long from, int count, long[] into, int at) {
        int width = layout.amountWidth();
        long row = amounts + width * from;
        for (int i = 0; i < count; i++) {
            into[at + i] = switch (width) {
                case 1 -> memory.get(BYTE, row + i) & 0xFF;
                case 2 -> memory.get(SHORT, row + 2L * i) & 0xFFFF;
                case 4 -> memory.get(INT, row + 4L * i);
                default -> memory.get(LONG, row + 8L * i);
            };
        }
    }
}
