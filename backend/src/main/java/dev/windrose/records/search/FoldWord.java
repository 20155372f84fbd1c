package dev.windrose.records.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form in which words are compared: without case and accents. */
final class FoldWord {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private FoldWord() {}

    static String of(String word) {
        if (ascii(word)) {
            return word.toLowerCase(Locale.ROOT);
        }
        // Japanese voiced sounds are letters of their own, not accented ones.
        String apart = Scripts.written(word.codePointAt(0))
                ? Normalizer.normalize(word, Normalizer.Form.NFKC)
                : MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                        .replaceAll("");
        return plain(apart.toLowerCase(Locale.ROOT));
    }

    /** How German without umlauts writes the word; as folded for others. */
    static String spelledOut(String word) {
        if (ascii(word)) {
            return of(word);
        }
        String composed = Normalizer.normalize(word, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue");
        return of(composed);
    }

    /** Letters that are no accented form of another. */
    private static String plain(String word) {
        if (ascii(word)) {
            return word;
        }
        var out = new StringBuilder(word.length() + 2);
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            switch (c) {
                case 'ß' -> out.append("ss");
                case 'æ' -> out.append("ae");
                case 'œ' -> out.append("oe");
                case 'þ' -> out.append("th");
                case 'ø' -> out.append('o');
                case 'ł' -> out.append('l');
                case 'đ', 'ð' -> out.append('d');
                case 'ħ' -> out.append('h');
                case 'ı' -> out.append('i');
                case 'ŋ' -> out.append('n');
                case 'ς' -> out.append('σ');
                case 'أ', 'إ', 'آ' -> out.append('ا');
                case 'ى' -> out.append('ي');
                case 'ة' -> out.append('ه');
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    static boolean ascii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}
