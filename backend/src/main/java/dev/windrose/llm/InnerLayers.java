package dev.windrose.llm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Makes layers inside the encoder outputs of it, so that one run answers with all. Messages of protocol buffers merge where they are joined,
 * so an output is added by bytes after the end of the file.
 */
final class InnerLayers {

    /** The outputs begin with that of the last layer; these follow. */
    static final int COUNT = 4;

    private static final int FIRST = 1;
    private static final int GRAPH = 7;
    private static final int OUTPUT = 12;
    private static final int NAME_OF_OUTPUT = 1;
    private static final int TYPE_OF_OUTPUT = 2;
    private static final int TENSOR = 1;
    private static final byte[] FLOATS = {8, 1};

    private InnerLayers() {}

    /** What follows the encoder in its file. */
    static byte[] shown() {
        var out = new byte[0];
        for (int layer = FIRST; layer < FIRST + COUNT; layer++) {
            out = joined(out, output("/encoder/layer." + layer + "/output/LayerNorm/Add_1_output_0"));
        }
        return out;
    }

    private static byte[] output(String name) {
        var output = joined(
                field(NAME_OF_OUTPUT, name.getBytes(StandardCharsets.UTF_8)),
                field(TYPE_OF_OUTPUT, field(TENSOR, FLOATS)));
        return field(GRAPH, field(OUTPUT, output));
    }

    private static byte[] field(int number, byte[] content) {
        return joined(new byte[] {(byte) (number << 3 | 2), (byte) content.length}, content);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var out = new ByteArrayOutputStream(first.length + second.length);
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }
}
