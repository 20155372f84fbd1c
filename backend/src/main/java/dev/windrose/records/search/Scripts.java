package dev.windrose.records.search;

import java.lang.Character.UnicodeScript;

/** Scripts that write words without spaces between them. */
final class Scripts {

    private Scripts() {}

    static boolean written(int letter) {
        if (letter < 0x0E00) {
            return false;
        }
        return switch (UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
            default -> letter == 'ー';
        };
    }
}
