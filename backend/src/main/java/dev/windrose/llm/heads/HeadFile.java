package dev.windrose.llm.heads;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A head and its open set in one file: weights as bytes, with one scale for each row or column of a block. */
public final class HeadFile {

    private HeadFile() {}

    public record Learned(LayeredHead head, OpenSet known) {}

    public static void write(Learned learned, OutputStream to) throws IOException {
        var head = learned.head();
        int count = head.labels.size();
        try (var out = new DataOutputStream(new GZIPOutputStream(to))) {
            out.writeInt(head.dense);
            out.writeInt(head.hidden);
            out.writeInt(count);
            for (int label = 0; label < count; label++) {
                out.writeUTF(head.labels.get(label));
                out.writeFloat(head.slope[label]);
                out.writeFloat(head.shift[label]);
                floats(head.least[label], out);
            }
            rows(head.inner, head.hidden, head.dense, out);
            floats(Arrays.copyOfRange(head.inner, head.dense * head.hidden, head.inner.length), out);
            block(head.outer, count, 0, head.hidden, out);
            block(head.outer, count, head.hidden, head.hidden + Features.TABLE, out);
            floats(Arrays.copyOfRange(head.outer, head.outer.length - count, head.outer.length), out);
            out.writeInt(learned.known().middles.length);
            for (var middle : learned.known().middles) {
                floats(middle, out);
            }
            floats(learned.known().spread, out);
            floats(learned.known().scale, out);
        }
    }

    private static void block(float[] weights, int width, int from, int to, DataOutputStream out) throws IOException {
        for (int column = 0; column < width; column++) {
            float most = 1e-9f;
            for (int row = from; row < to; row++) {
                most = Math.max(most, Math.abs(weights[row * width + column]));
            }
            float scale = most / Byte.MAX_VALUE;
            out.writeFloat(scale);
            for (int row = from; row < to; row++) {
                out.writeByte(Math.round(weights[row * width + column] / scale));
            }
        }
    }

    /** States differ in how much they vary, so each of their rows has a scale. */
    private static void rows(float[] weights, int width, int rows, DataOutputStream out) throws IOException {
        for (int row = 0; row < rows; row++) {
            float most = 1e-9f;
            for (int at = row * width; at < (row + 1) * width; at++) {
                most = Math.max(most, Math.abs(weights[at]));
            }
            float scale = most / Byte.MAX_VALUE;
            out.writeFloat(scale);
            for (int at = row * width; at < (row + 1) * width; at++) {
                out.writeByte(Math.round(weights[at] / scale));
            }
        }
    }

    private static void floats(float[] values, DataOutputStream out) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    public static Learned read(InputStream from) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(from)))) {
            int dense = in.readInt();
            int hidden = in.readInt();
            int count = in.readInt();
            var labels = new ArrayList<String>();
            var slope = new float[count];
            var shift = new float[count];
            var least = new float[count][];
            for (int label = 0; label < count; label++) {
                labels.add(in.readUTF());
                slope[label] = in.readFloat();
                shift[label] = in.readFloat();
                least[label] = floats(in);
            }
            var head = new LayeredHead(labels, dense, inner(in, dense, hidden), outer(in, hidden, count));
            System.arraycopy(slope, 0, head.slope, 0, count);
            System.arraycopy(shift, 0, head.shift, 0, count);
            System.arraycopy(least, 0, head.least, 0, count);
            var middles = new float[in.readInt()][];
            for (int label = 0; label < middles.length; label++) {
                middles[label] = floats(in);
            }
            return new Learned(head, new OpenSet(middles, floats(in), floats(in)));
        }
    }

    private static float[] inner(DataInputStream in, int dense, int hidden) throws IOException {
        var weights = new float[(dense + 1) * hidden];
        for (int row = 0; row < dense; row++) {
            float scale = in.readFloat();
            for (int at = row * hidden; at < (row + 1) * hidden; at++) {
                weights[at] = in.readByte() * scale;
            }
        }
        System.arraycopy(floats(in), 0, weights, dense * hidden, hidden);
        return weights;
    }

    private static float[] outer(DataInputStream in, int hidden, int count) throws IOException {
        var weights = new float[LayeredHead.outerRows(hidden) * count];
        block(weights, count, 0, hidden, in);
        block(weights, count, hidden, hidden + Features.TABLE, in);
        System.arraycopy(floats(in), 0, weights, weights.length - count, count);
        return weights;
    }

    private static void block(float[] weights, int width, int from, int to, DataInputStream in) throws IOException {
        for (int column = 0; column < width; column++) {
            float scale = in.readFloat();
            for (int row = from; row < to; row++) {
                weights[row * width + column] = in.readByte() * scale;
            }
        }
    }

    private static float[] floats(DataInputStream in) throws IOException {
        var out = new float[in.readInt()];
        for (int i = 0; i < out.length; i++) {
            out[i] = in.readFloat();
        }
        return out;
    }
}
