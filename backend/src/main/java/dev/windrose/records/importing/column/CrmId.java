package dev.windrose.records.importing.column;

import java.util.regex.Pattern;

/**
 * Ids of records in the forms in which one system writes them: of 15 characters whose case matters, or of 18, the last three of which tell the
 * case of the others.
 */
public final class CrmId {

    private static final Pattern SHORT = Pattern.compile("[0-9a-zA-Z]{15}");
    private static final Pattern MIXED = Pattern.compile(".*[a-zA-Z].*");
    private static final String CHECKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final int GROUP = 5;

    private CrmId() {}

    /** The longer form of a short one; anything else as it is. */
    public static String of(String cell) {
        boolean plausible = SHORT.matcher(cell).matches()
                && MIXED.matcher(cell).matches()
                && (cell.startsWith("0") || cell.startsWith("a"))
                && cell.chars().filter(Character::isDigit).count() >= 4;
        return plausible ? cell + checks(cell) : cell;
    }

    private static String checks(String id) {
        var checks = new StringBuilder();
        for (int from = 0; from < id.length(); from += GROUP) {
            int bits = 0;
            for (int i = 0; i < GROUP; i++) {
                char c = id.charAt(from + i);
                bits |= c >= 'A' && c <= 'Z' ? 1 << i : 0;
            }
            checks.append(CHECKS.charAt(bits));
        }
        return checks.toString();
    }
}
