package dev.windrose.records.importing;

/**
 * What becomes of the rows.
 *
 * @param waiting rows of which a value waits for a decision, because a person has set the field since
 */
public record Counts(long creates, long updates, long unchanged, long refused, long waiting) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    Counts plus(Counts other) {
        return new Counts(
                creates + other.creates,
                updates + other.updates,
                unchanged + other.unchanged,
                refused + other.refused,
                waiting + other.waiting);
    }
}
