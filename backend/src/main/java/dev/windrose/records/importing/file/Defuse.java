package dev.windrose.records.importing.file;

/** Makes text harmless for spreadsheets, which run what begins like a formula. Plain numbers stay numbers. */
public final class Defuse {

    private static final String STARTS = "=+-@\t\r";

    private Defuse() {}

    public static String cell(String text) {
        boolean starts = !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
        return starts && !text.matches("[+-]?[0-9][0-9.,]*") ? "'" + text : text;
    }
}
