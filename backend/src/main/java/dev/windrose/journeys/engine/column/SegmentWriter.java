package dev.windrose.journeys.engine.column;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;

/** Writes a segment. Rows come sorted by key of the entity, then time. The file has its name only when it is whole and on the disk. */
public final class SegmentWriter implements AutoCloseable {

    private final Path file;
    private final ColumnFile keys;
    private final ColumnFile starts;
    private final ColumnFile times;
    private final ColumnFile amounts;
    private final List<ColumnFile> codes = new ArrayList<>();
    private long rows;
    private int entities;
    private long lastHigh;
    private long lastLow;

    public SegmentWriter(Path file, int dimensions) throws IOException {
        this.file = file;
        Files.createDirectories(file.getParent());
        this.keys = new ColumnFile(part("keys"), 8);
        this.starts = new ColumnFile(part("starts"), 8);
        this.times = new ColumnFile(part("times"), 8);
        this.amounts = new ColumnFile(part("amounts"), 1);
        for (int d = 0; d < dimensions; d++) {
            codes.add(new ColumnFile(part("codes" + d), 1));
        }
    }

    private Path part(String name) {
        return file.resolveSibling(file.getFileName() + "." + name + ".part");
    }

    public void add(UUID entity, long time, int[] rowCodes, long amount) throws IOException {
        if (entities == 0
                || entity.getMostSignificantBits() != lastHigh
                || entity.getLeastSignificantBits() != lastLow) {
            lastHigh = entity.getMostSignificantBits();
            lastLow = entity.getLeastSignificantBits();
            keys.add(lastHigh);
            keys.add(lastLow);
            starts.add(rows);
            entities++;
        }
        times.add(time);
        amounts.add(amount);
        for (int d = 0; d < codes.size(); d++) {
            codes.get(d).add(rowCodes[d]);
        }
        rows++;
    }

    /** @return the checksum */
    public long finish(List<Dictionary> dictionaries) throws IOException {
        starts.add(rows);
        var layout = new Layout(
                        rows,
                        entities,
                        amounts.width(),
                        codes.stream().mapToInt(ColumnFile::width).toArray(),
                        dictionaries.stream().map(Dictionary::values).toList())
                .bytes();
        var whole = part("whole");
        long checksum;
        try (var channel = FileChannel.open(
                whole,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            for (var column : List.of(keys, starts, times, amounts)) {
                column.appendTo(channel);
            }
            for (var column : codes) {
                column.appendTo(channel);
            }
            channel.write(ByteBuffer.wrap(layout));
            checksum = checksum(channel, channel.size());
            var trailer = ByteBuffer.allocate(Layout.TRAILER).order(ByteOrder.LITTLE_ENDIAN);
            trailer.putLong(layout.length)
                    .putLong(checksum)
                    .putInt(Layout.VERSION)
                    .putInt(Layout.MARK)
                    .flip();
            channel.write(trailer);
            channel.force(true);
        }
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        return checksum;
    }

    static long checksum(FileChannel channel, long size) throws IOException {
        var sum = new CRC32C();
        for (long at = 0; at < size; at += 1 << 30) {
            sum.update(channel.map(FileChannel.MapMode.READ_ONLY, at, Math.min(1 << 30, size - at)));
        }
        return sum.getValue();
    }

    @Override
    public void close() throws IOException {
        keys.close();
        starts.close();
        times.close();
        amounts.close();
        for (var column : codes) {
            column.close();
        }
    }
}
