package dev.windrose.records.importing.file;

/** Makes text harmless for spreadsheets, which run what begins like a formula. Plain numbers stay numbers. */
public final class Defuse {

    private static final String STARTS = "=+-@\t\r";
    private static final String QUOTE = "'";

    private Defuse() {}

    public static String cell(String text) {
        return runs(text) ? QUOTE + text : text;
    }

    /** As {@link #cell}, so that {@link #back} gives the very text again. */
    public static String returning(String text) {
        return runs(text) || text.startsWith(QUOTE) ? QUOTE + text : text;
    }

    /** What was written by {@link #returning}. What a person has typed since with a quotation mark before a word stays. */
    public static String back(String text) {
        boolean quoted = text.startsWith(QUOTE) && (runs(text.substring(1)) || text.startsWith(QUOTE, 1));
        return quoted ? text.substring(1) : text;
    }

    private static boolean runs(String text) {
        boolean starts = !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
        return starts && !text.matches("[+-]?[0-9][0-9.,]*");
    }
}
