package dev.windrose.llm.language;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Case and accents folded away. */
public final class Fold {

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Fold() {}

    /** Lower case without accents, every character in its place, so that offsets stay valid. */
    public static String inPlace(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.append(letter(text.charAt(i)));
        }
        return out.toString();
    }

    /** Lower case letters and digits, words joined by one space: what two spellings of a name share. */
    public static String words(String text) {
        var plain = inPlace(text.replace("ß", "ss").replace("&", " and "))
                .replace("'", "")
                .replace(".", "");
        return NO_LETTERS.matcher(plain).replaceAll(" ").strip();
    }

    private static char letter(char c) {
        if (c < 128) {
            return Character.toLowerCase(c);
        }
        return switch (c) {
            case '’', '‘', 'ʼ', '´' -> '\'';
            case '“', '”', '„', '«', '»' -> '"';
            case '–', '—', '−', '‑' -> '-';
            case '\u00a0', '\u202f', '\u2009' -> ' ';
            case 'ø', 'Ø' -> 'o';
            case 'ł', 'Ł' -> 'l';
            case 'đ', 'Đ', 'ð', 'Ð' -> 'd';
            case 'ß' -> 's';
            case 'æ', 'Æ' -> 'a';
            case 'ı' -> 'i';
            default -> base(c);
        };
    }

    private static char base(char c) {
        if (Character.isSurrogate(c) || !Character.isLetter(c)) {
            return c;
        }
        var apart = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        var lower = String.valueOf(apart.charAt(0)).toLowerCase(Locale.ROOT);
        return Character.isLetter(apart.charAt(0)) && lower.length() == 1 && apart.charAt(0) < 0x1100
                ? lower.charAt(0)
                : c;
    }
}
