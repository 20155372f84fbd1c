package dev.windrose.records.duplicates.matching;

/** How far two values of a column agree. */
public enum Agreement {
    SAME,
    /** One slip of the pen apart, or the same words in another order. */
    NEAR,
    /** A short form, an initial, a sound, most of the words. */
    CLOSE,
    /** Something rare is shared. */
    PARTLY,
    DIFFERENT,
    MISSING;

    /** Those that say something, in the order of their weights. */
    static final int TELLING = 5;

    boolean telling() {
        return this != MISSING;
    }

    boolean agrees() {
        return ordinal() <= CLOSE.ordinal();
    }
}
