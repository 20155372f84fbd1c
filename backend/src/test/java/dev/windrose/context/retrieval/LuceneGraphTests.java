package dev.windrose.context.retrieval;

import java.util.Optional;

/** The graph is walked, however little is in scope. */
class LuceneGraphTests extends LuceneContract {

    @Override
    VectorIndex index() {
        return new LuceneVectors(() -> Optional.of(chunks), 0);
    }
}
