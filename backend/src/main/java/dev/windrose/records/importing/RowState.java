package dev.windrose.records.importing;

import java.util.Locale;

/** What a row is to the records there are, before anything is planned. */
enum RowState {
    NEW,
    KNOWN,
    /** Its record will be made by a file that runs before. */
    LATER,
    /** Its record has all it says. */
    SAME,
    /** Could not be read. */
    BAD,
    /** An earlier row of the file is the same record. */
    REPEATED,
    /** No record matches, and none is to be made. */
    MISSING,
    /** Several records match. */
    AMBIGUOUS;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RowState of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
