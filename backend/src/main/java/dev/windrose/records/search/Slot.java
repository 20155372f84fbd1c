package dev.windrose.records.search;

import java.util.List;

/**
 * One thing that a record must have: any of the alternatives, each of which is some words that all occur.
 *
 * @param open the person may still be typing it
 */
record Slot(List<List<Term>> alternatives, boolean open) {

    /** @param kind what it is compared with */
    record Term(String text, Kind kind) {}

    enum Kind {
        WORD,
        /** A mail or web address, or its beginning. */
        ADDRESS,
        /** The end of a phone number, or the beginning of such an end. */
        PHONE
    }

    static Term word(String text) {
        return new Term(text, Kind.WORD);
    }
}
