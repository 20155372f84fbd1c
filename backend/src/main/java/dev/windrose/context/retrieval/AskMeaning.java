package dev.windrose.context.retrieval;

import dev.windrose.platform.error.AppException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a question and finds chunks that mean much the same. Without an answer of the encoder or of an index outside, words alone find. */
@Component
class AskMeaning {

    private static final Logger LOG = LoggerFactory.getLogger(AskMeaning.class);

    private final Encoders encoders;
    private final ExternalVectors external;
    private final LuceneVectors here;
    private final TransactionTemplate transactions;

    AskMeaning(Encoders encoders, ExternalVectors external, ChunkIndexes indexes, TransactionTemplate transactions) {
        this.encoders = encoders;
        this.external = external;
        this.here = new LuceneVectors(indexes::answering);
        this.transactions = transactions;
    }

    /** The question as an encoder reads it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Asked(String encoder, float[] vector) {}

    @Nullable
    Asked read(String question) {
        try {
            var encoder = transactions.execute(_ -> encoders.current());
            return new Asked(encoder.name(), encoder.of(List.of(question)).getFirst());
        } catch (AppException e) {
            LOG.warn("A question is answered by its words alone: {}", e.getMessage());
            return null;
        }
    }

    List<VectorIndex.Near> near(Asked asked, ChunkScope scope, int depth) {
        try {
            VectorIndex index = external.index().isPresent() ? external.index().get() : here;
            return index.search(scope, asked.encoder(), asked.vector(), depth);
        } catch (AppException e) {
            LOG.warn("A question is answered by its words alone: {}", e.getMessage());
            return List.of();
        }
    }
}
