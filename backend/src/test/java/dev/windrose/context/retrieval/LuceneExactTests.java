package dev.windrose.context.retrieval;

import java.util.Optional;

/** Every vector in scope is compared. */
class LuceneExactTests extends LuceneContract {

    @Override
    VectorIndex index() {
        return new LuceneVectors(() -> Optional.of(chunks));
    }
}
