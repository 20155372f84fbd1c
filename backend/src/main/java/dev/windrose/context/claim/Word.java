package dev.windrose.context.claim;

import dev.windrose.llm.language.Span;

/**
 * A word of a text.
 *
 * @param plain folded
 * @param stem without its ending, as the lexicon keeps it
 * @param content says something of its own; false for "the", "of", "und"
 */
record Word(Span span, String written, String plain, String stem, boolean content) {

    boolean capital() {
        return Character.isUpperCase(written.charAt(0));
    }

    /** "SOC", "IP68", "LoRaWAN": more than one capital or a digit beside a letter. */
    boolean code() {
        return written.length() > 1
                && (written.chars().filter(Character::isUpperCase).count() > 1
                        || written.chars().anyMatch(Character::isDigit));
    }
}
