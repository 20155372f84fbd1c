package dev.windrose.llm.heads;

import dev.windrose.llm.Embeddings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The heads in the jar, on the states of the encoder. Both are loaded at the first sentence. */
@Component
public class SentenceHeads implements Heads {

    /** Where `./windrose train intents` writes them. */
    public static final String FILE = "sentences.model.gz";

    private final Embeddings embeddings;

    public SentenceHeads(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    private static final class Shipped {
        static final HeadFile.Learned LEARNED = load();
    }

    private static HeadFile.Learned load() {
        try (var in = Objects.requireNonNull(SentenceHeads.class.getResourceAsStream(FILE), FILE)) {
            return HeadFile.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Cues of(String sentence) {
        return cues(Shipped.LEARNED, Features.of(embeddings.state(sentence), sentence));
    }

    /** What a head says of a sentence, where it knows such sentences. */
    public static Cues cues(HeadFile.Learned learned, Features features) {
        var head = learned.head();
        var logits = head.logits(features);
        var probabilities = head.probabilities(logits);
        var byLabel = new HashMap<String, Double>();
        var trusts = new HashMap<String, Trust>();
        for (int label = 0; label < probabilities.length; label++) {
            byLabel.put(head.labels().get(label), probabilities[label]);
            for (var trust : Trust.values()) {
                if (probabilities[label] >= head.least[label][trust.ordinal()]) {
                    trusts.put(head.labels().get(label), trust);
                }
            }
        }
        return new Cues(learned.known().knows(logits, features), byLabel, trusts);
    }
}
