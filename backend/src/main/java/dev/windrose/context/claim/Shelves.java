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

    private final Embeddings embeddings;
    private final ReentrantLock lock = new ReentrantLock();
    private final SequencedMap<Source, Shelf> kept = new LinkedHashMap<>(256, 0.75f, true);

    Shelves(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    List<Shelf> of(List<Source> sources) {
        return sources.stream().map(this::one).toList();
    }

    float[] vector(String text) {
        return embeddings.of(text);
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
