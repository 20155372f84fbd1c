package dev.windrose.context.retrieval;

import dev.windrose.records.RecordRef;
import java.util.List;

/**
 * What entries say to a question, word by word.
 *
 * @param text the quotes, one after another
 */
public record ContextAnswer(String text, List<Source> sources) {

    /** @param version of the entry that was quoted */
    public record Source(RecordRef entry, long version, String heading, String quote) {}
}
