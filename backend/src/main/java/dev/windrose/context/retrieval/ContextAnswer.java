package dev.windrose.context.retrieval;

import dev.windrose.records.RecordRef;
import java.util.List;

/**
 * What entries say to a question, word by word. There is none without a source.
 *
 * @param text the quotes, one after another
 */
public record ContextAnswer(String text, List<Source> sources) {

    public ContextAnswer {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("An answer from the context needs a source.");
        }
        sources = List.copyOf(sources);
    }

    /**
     * An entry that was quoted.
     *
     * @param version of the entry that was quoted
     * @param heading titles that the quote stands under
     * @param why what speaks for it, a sentence each
     */
    public record Source(
            RecordRef entry, long version, String heading, String quote, String sensitivity, List<String> why) {}
}
