package dev.windrose.llm;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * The encoder in the jar, on the thread that asks. By itself the runtime takes all cores, and keeps them busy for a while after each text.
 */
final class QuietEncoder extends AbstractInProcessEmbeddingModel {

    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String WORDS = "/all-minilm-l6-v2-q-tokenizer.json";

    private final OnnxBertBiEncoder encoder;

    /** @param worker on which several texts given at once are read */
    QuietEncoder(Executor worker) {
        super(worker);
        this.encoder = load();
    }

    private static OnnxBertBiEncoder load() {
        var runtime = OrtEnvironment.getEnvironment();
        try (var options = new OrtSession.SessionOptions();
                var model = resource(MODEL);
                var words = resource(WORDS)) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new OnnxBertBiEncoder(
                    runtime, runtime.createSession(model.readAllBytes(), options), words, PoolingMode.MEAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("The encoder does not start.", e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(QuietEncoder.class.getResourceAsStream(name), name);
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }
}
