package dev.windrose.intake.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a language model read in a message. Nothing of it is believed before {@link CheckProposal} has seen it. */
public record Proposal(List<Proposed> operations, @Nullable String question) {

    /**
     * A change that it proposes.
     *
     * @param record the id of the record to update
     * @param company the id of the account it belongs to
     * @param name of a new record
     */
    public record Proposed(
            String op,
            String entity,
            @Nullable String record,
            @Nullable String company,
            @Nullable String name,
            List<Value> values) {}

    /** @param quote the words it rests on */
    public record Value(String field, String value, String quote) {}
}
