package dev.windrose.llm;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * The encoder in the jar, on the thread that asks. By itself the runtime takes all cores, and keeps them busy for a while after each text.
 */
final class QuietEncoder extends AbstractInProcessEmbeddingModel {

    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String WORDS = "/all-minilm-l6-v2-q-tokenizer.json";
    /** Longer sentences say what they say before this. */
    private static final int LONGEST = 128;

    private final OrtEnvironment runtime = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer words;
    private final OnnxBertBiEncoder encoder;

    /** @param worker on which several texts given at once are read */
    QuietEncoder(Executor worker) {
        super(worker);
        try (var ofEncoder = resource(WORDS);
                var own = resource(WORDS)) {
            this.session = session();
            this.encoder = new OnnxBertBiEncoder(runtime, session, ofEncoder, PoolingMode.MEAN);
            this.words = HuggingFaceTokenizer.newInstance(
                    own, Map.of("padding", "false", "truncation", "true", "maxLength", String.valueOf(LONGEST)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From memory beside the heap, which would stay as large as the encoder and its copies once made it. */
    private OrtSession session() throws IOException {
        try (var memory = Arena.ofConfined();
                var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return runtime.createSession(model(memory), options);
        } catch (OrtException e) {
            throw new IllegalStateException("The encoder does not start.", e);
        }
    }

    private static ByteBuffer model(Arena memory) throws IOException {
        var file = Objects.requireNonNull(QuietEncoder.class.getResource(MODEL), MODEL)
                .openConnection();
        var shown = InnerLayers.shown();
        var buffer = memory.allocate(file.getContentLengthLong() + shown.length).asByteBuffer();
        try (var in = Channels.newChannel(file.getInputStream())) {
            int read = 0;
            while (read >= 0 && buffer.remaining() > shown.length) {
                read = in.read(buffer);
            }
        }
        return buffer.put(shown).flip();
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(QuietEncoder.class.getResourceAsStream(name), name);
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }

    /** One sentence a run: states of the quantised encoder depend on what else is in it. */
    SentenceState state(String sentence) {
        var encoding = words.encode(sentence);
        long[] shape = {1, encoding.getIds().length};
        try (var ids = tensor(encoding.getIds(), shape);
                var mask = tensor(encoding.getAttentionMask(), shape);
                var types = tensor(encoding.getTypeIds(), shape);
                var result = session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            var layers = new ArrayList<float[]>();
            for (int layer = 1; layer <= InnerLayers.COUNT; layer++) {
                layers.add(mean((OnnxTensor) result.get(layer)));
            }
            layers.add(mean((OnnxTensor) result.get(0)));
            return new SentenceState(List.copyOf(layers));
        } catch (OrtException e) {
            throw new IllegalStateException("The encoder cannot read a sentence.", e);
        }
    }

    private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(runtime, LongBuffer.wrap(values), shape);
    }

    /** The mean over the words, of length one. */
    private static float[] mean(OnnxTensor states) {
        var sum = new float[Embeddings.DIMENSION];
        FloatBuffer values = states.getFloatBuffer();
        while (values.remaining() >= sum.length) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values.get();
            }
        }
        double length = 0;
        for (float value : sum) {
            length += value * value;
        }
        float scale = (float) (1 / Math.max(Math.sqrt(length), 1e-9));
        for (int i = 0; i < sum.length; i++) {
            sum[i] *= scale;
        }
        return sum;
    }
}
