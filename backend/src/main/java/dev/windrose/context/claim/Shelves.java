package dev.windrose.context.claim;

import dev.windrose.llm.Embeddings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Entries taken apart, kept while they are asked for; a changed entry is another source. */
@Component
class Shelves {

    private static final int KEPT = 4_000;

    /** About fifteen kilobytes each. */
    private static final int WORDS_KEPT = 3_000;

    private final Embeddings embeddings;
    private final ReentrantLock lock = new ReentrantLock();
    private final SequencedMap<Source, Shelf> kept = new LinkedHashMap<>(256, 0.75f, true);
    private final SequencedMap<String, List<MeantWord>> words = new LinkedHashMap<>(256, 0.75f, true);

    Shelves(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    List<Shelf> of(List<Source> sources) {
        return sources.stream().map(this::one).toList();
    }

    float[] vector(String text) {
        return embeddings.of(text);
    }

    /** Words of a text with their meaning; those asked for last are kept. */
    List<MeantWord> words(String text) {
        lock.lock();
        try {
            var known = words.get(text);
            if (known != null) {
                return known;
            }
        } finally {
            lock.unlock();
        }
        var read = MeantWord.in(text, embeddings.words(text));
        lock.lock();
        try {
            words.put(text, read);
            if (words.size() > WORDS_KEPT) {
                words.pollFirstEntry();
            }
        } finally {
            lock.unlock();
        }
        return read;
    }

    private Shelf one(Source source) {
        lock.lock();
        try {
            var known = kept.get(source);
            if (known == null) {
                known = Shelf.of(source);
                kept.put(source, known);
                if (kept.size() > KEPT) {
                    kept.pollFirstEntry();
                }
            }
            return known;
        } finally {
            lock.unlock();
        }
    }
}
