package dev.windrose.records.importing;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the rows.
 *
 * @param waiting rows of which a value waits for a decision, because a person has set the field since
 * @param duplicates of the refused ones those that repeat an earlier row
 * @param review of the refused ones those that somebody has to look at first
 * @param history past values that are loaded with the rows
 */
public record Counts(
        long creates,
        long updates,
        long unchanged,
        long refused,
        long waiting,
        long duplicates,
        long review,
        long history) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    /** What an earlier release has kept has no counts of its kinds of refusals. */
    @JsonCreator
    static Counts of(
            long creates,
            long updates,
            long unchanged,
            long refused,
            long waiting,
            @Nullable Long duplicates,
            @Nullable Long review,
            @Nullable Long history) {
        return new Counts(
                creates,
                updates,
                unchanged,
                refused,
                waiting,
                duplicates == null ? 0 : duplicates,
                review == null ? 0 : review,
                history == null ? 0 : history);
    }

    Counts plus(Counts other) {
        return new Counts(
                creates + other.creates,
                updates + other.updates,
                unchanged + other.unchanged,
                refused + other.refused,
                waiting + other.waiting,
                duplicates + other.duplicates,
                review + other.review,
                history + other.history);
    }

    static Counts ofHistory(long entries) {
        return new Counts(0, 0, 0, 0, 0, 0, 0, entries);
    }
}
