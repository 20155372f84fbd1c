package dev.windrose.llm;

import dev.langchain4j.data.segment.TextSegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Sentence vectors by the encoder in the jar. It is loaded at first use. A text takes one thread: requests keep the other cores. */
@Component
public class Embeddings implements DisposableBean {

    public static final int DIMENSION = 384;

    private static final int KEPT = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final SequencedMap<String, SentenceState> states = new LinkedHashMap<>(256, 0.75f, true);
    private @Nullable QuietEncoder model;
    private @Nullable ExecutorService worker;

    public float[] of(String text) {
        return model().embed(text).content().vector();
    }

    public List<float[]> of(List<String> texts) {
        return model().embedAll(texts.stream().map(TextSegment::from).toList()).content().stream()
                .map(vector -> vector.vector())
                .toList();
    }

    /** States of one sentence; those asked for last are kept. Nobody waits for the sentence of somebody else. */
    public SentenceState state(String sentence) {
        var kept = kept(sentence);
        if (kept != null) {
            return kept;
        }
        var state = model().state(sentence);
        keep(sentence, state);
        return state;
    }

    private @Nullable SentenceState kept(String sentence) {
        lock.lock();
        try {
            return states.get(sentence);
        } finally {
            lock.unlock();
        }
    }

    private void keep(String sentence, SentenceState state) {
        lock.lock();
        try {
            if (states.size() >= KEPT) {
                states.pollFirstEntry();
            }
            states.put(sentence, state);
        } finally {
            lock.unlock();
        }
    }

    public boolean loaded() {
        return model != null;
    }

    /** Vectors have length one, so that the product is the cosine. */
    public static double similarity(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private QuietEncoder model() {
        lock.lock();
        try {
            if (model == null) {
                worker = Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("embeddings").factory());
                model = new QuietEncoder(worker);
            }
            return model;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void destroy() {
        if (worker != null) {
            worker.shutdownNow();
        }
    }
}
