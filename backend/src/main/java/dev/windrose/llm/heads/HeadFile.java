package dev.windrose.llm.heads;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A head and its open set in one file: weights as bytes with one scale a label for states and one for words. */
public final class HeadFile {

    private HeadFile() {}

    public record Learned(LinearHead head, OpenSet known) {}

    public static void write(Learned learned, OutputStream to) throws IOException {
        var head = learned.head();
        try (var out = new DataOutputStream(new GZIPOutputStream(to))) {
            out.writeInt(head.dense);
            out.writeInt(head.labels.size());
            for (int label = 0; label < head.labels.size(); label++) {
                out.writeUTF(head.labels.get(label));
                out.writeFloat(head.slope[label]);
                out.writeFloat(head.shift[label]);
            }
            block(head, 0, head.dense, out);
            block(head, head.dense, head.dense + Features.TABLE, out);
            int offset = head.weights.length - head.labels.size();
            for (int label = 0; label < head.labels.size(); label++) {
                out.writeFloat(head.weights[offset + label]);
            }
            out.writeInt(learned.known().middles.length);
            for (var middle : learned.known().middles) {
                floats(middle, out);
            }
            floats(learned.known().spread, out);
            floats(learned.known().scale, out);
        }
    }

    private static void block(LinearHead head, int from, int to, DataOutputStream out) throws IOException {
        int count = head.labels.size();
        for (int label = 0; label < count; label++) {
            float most = 1e-9f;
            for (int row = from; row < to; row++) {
                most = Math.max(most, Math.abs(head.weights[row * count + label]));
            }
            float scale = most / Byte.MAX_VALUE;
            out.writeFloat(scale);
            for (int row = from; row < to; row++) {
                out.writeByte(Math.round(head.weights[row * count + label] / scale));
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
            int count = in.readInt();
            var labels = new ArrayList<String>();
            var slope = new float[count];
            var shift = new float[count];
            for (int label = 0; label < count; label++) {
                labels.add(in.readUTF());
                slope[label] = in.readFloat();
                shift[label] = in.readFloat();
            }
            var weights = new float[LinearHead.rows(dense) * count];
            block(weights, count, 0, dense, in);
            block(weights, count, dense, dense + Features.TABLE, in);
            for (int label = 0; label < count; label++) {
                weights[weights.length - count + label] = in.readFloat();
            }
            var head = new LinearHead(labels, dense, weights);
            System.arraycopy(slope, 0, head.slope, 0, count);
            System.arraycopy(shift, 0, head.shift, 0, count);
            var middles = new float[in.readInt()][];
            for (int label = 0; label < middles.length; label++) {
                middles[label] = floats(in);
            }
            return new Learned(head, new OpenSet(middles, floats(in), floats(in)));
        }
    }

    private static void block(float[] weights, int count, int from, int to, DataInputStream in) throws IOException {
        for (int label = 0; label < count; label++) {
            float scale = in.readFloat();
            for (int row = from; row < to; row++) {
                weights[row * count + label] = in.readByte() * scale;
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
