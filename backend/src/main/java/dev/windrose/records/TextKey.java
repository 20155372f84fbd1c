package dev.windrose.records;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form in which texts are compared: without case, accents and doubled spaces. */
public final class TextKey {

    /** Keeps an index entry far below the limit of the database. */
    private static final int LONGEST = 400;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private TextKey() {}

    public static String of(String text) {
        String plain = text.chars().allMatch(c -> c < 128)
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .replaceAll("");
        String key = SPACES.matcher(plain.toLowerCase(Locale.ROOT).strip()).replaceAll(" ");
        return key.length() <= LONGEST
                ? key
                : key.substring(0, key.offsetByCodePoints(0, key.codePointCount(0, LONGEST - 1)));
    }
}
