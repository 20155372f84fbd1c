package dev.windrose.journeys.engine.column;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the end of a segment's file tells: how many rows and entities, how wide each column is, and the dictionaries. The file holds, in this order
 * and little-endian: keys of entities (16 bytes), first rows of entities (8), times (8), amounts, the codes of each dimension, this, and the trailer
 * (length of this, checksum of all before it, version, mark).
 */
record Layout(long rows, int entities, int amountWidth, int[] widths, List<List<String>> dictionaries) {

    static final int VERSION = 1;
    static final int MARK = 0x574a5347;
    static final int TRAILER = 24;

    byte[] bytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeLong(rows);
        out.writeInt(entities);
        out.writeInt(amountWidth);
        out.writeInt(widths.length);
        for (int d = 0; d < widths.length; d++) {
            out.writeInt(widths[d]);
            out.writeInt(dictionaries.get(d).size());
            for (var value : dictionaries.get(d)) {
                byte[] text = value.getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
        }
        return bytes.toByteArray();
    }

    static Layout of(byte[] bytes) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        long rows = in.readLong();
        int entities = in.readInt();
        int amountWidth = in.readInt();
        var widths = new int[in.readInt()];
        var dictionaries = new ArrayList<List<String>>();
        for (int d = 0; d < widths.length; d++) {
            widths[d] = in.readInt();
            var values = new ArrayList<String>();
            for (int left = in.readInt(); left > 0; left--) {
                values.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
            }
            dictionaries.add(values);
        }
        return new Layout(rows, entities, amountWidth, widths, dictionaries);
    }
}
