package dev.windrose.context.retrieval;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Vectors as they lie in the database. */
final class VectorBytes {

    private VectorBytes() {}

    static byte[] of(float[] vector) {
        var bytes = ByteBuffer.allocate(Float.BYTES * vector.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    static float[] read(byte[] bytes) {
        var vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }

    /** One after another. */
    static float[] joined(List<float[]> vectors) {
        int size = vectors.isEmpty() ? 0 : vectors.getFirst().length;
        var all = new float[size * vectors.size()];
        for (int i = 0; i < vectors.size(); i++) {
            System.arraycopy(vectors.get(i), 0, all, i * size, size);
        }
        return all;
    }

    /** Of length one, so that the product of two is their cosine. */
    static float[] unit(float[] vector) {
        double sum = 0;
        for (float value : vector) {
            sum += (double) value * value;
        }
        if (!(sum > 0) || Double.isInfinite(sum)) {
            throw new IllegalArgumentException("A vector has no direction.");
        }
        double length = Math.sqrt(sum);
        var unit = Arrays.copyOf(vector, vector.length);
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (unit[i] / length);
        }
        return unit;
    }
}
