package dev.windrose.intake.names;

/**
 * An entry found in a text.
 *
 * @param from index of the first word matched
 * @param count words of the text matched
 */
public record NameHit(NameEntry entry, int from, int count, Strength strength) {

    /** How much of the name was written. */
    public enum Strength {
        INNER,
        LAST,
        FIRST,
        LEADING,
        FULL
    }
}
