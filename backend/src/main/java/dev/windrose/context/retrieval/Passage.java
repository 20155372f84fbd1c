package dev.windrose.context.retrieval;

import dev.windrose.records.RecordRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a text that may answer a question.
 *
 * @param version of the record, when this was read from it
 * @param heading titles it stands under, from the outermost
 * @param highlights where words of the question stand in the text: from, to
 * @param category of a context entry
 */
public record Passage(
        RecordRef source,
        long version,
        String heading,
        String text,
        List<List<Integer>> highlights,
        String sensitivity,
        @Nullable String category,
        Score score) {

    /**
     * Why it was found.
     *
     * @param fused what the order follows
     * @param words of the full text search; null where that did not find it
     * @param wordsRank from 1
     * @param meaning the cosine of question and passage; null where it is not among the nearest
     */
    public record Score(
            double fused,
            @Nullable Double words,
            @Nullable Integer wordsRank,
            @Nullable Double meaning,
            @Nullable Integer meaningRank) {}
}
