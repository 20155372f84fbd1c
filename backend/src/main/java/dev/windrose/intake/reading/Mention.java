package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.language.Span;
import java.util.List;

/**
 * Words that name a known record.
 *
 * @param candidates records that the words may mean, the likeliest first
 */
record Mention(Span span, List<KnownRecord> candidates, boolean whole) {

    KnownRecord record() {
        return candidates.getFirst();
    }

    boolean clear() {
        return candidates.size() == 1;
    }

    boolean is(String type) {
        return record().is(type);
    }
}
