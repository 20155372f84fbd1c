package dev.windrose.records;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which texts are compared: without case, accents and doubled spaces. */
public final class TextKey {

    /** Keeps an index entry far below the limit of the database. */
    private static final int LONGEST = 400;

    private TextKey() {}

    public static String of(String text) {
        String key = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
        key = key.strip().replaceAll("\\s+", " ");
        return key.length() <= LONGEST ? key : key.substring(0, key.offsetByCodePoints(0, key.codePointCount(0, LONGEST - 1)));
    }
}
