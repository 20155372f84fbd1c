package dev.windrose.intake.eval;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts without what does not count when they are compared. */
final class Folded {

    private static final Set<String> LEGAL = words(
            "inc incorporated ltd limited llc llp lp plc gmbh ag kg ohg ug se sa sas sarl srl spa sl slu bv nv ab as"
                    + " asa oy oyj aps kk co corp corporation pty pte pvt private ltda sro zoo kft lda doo san");
    private static final Set<String> HONORIFIC =
            words("dr mr mrs ms miss prof herr frau fr hr dott ing sr sra dona don mme m");
    private static final Set<String> STOP =
            words("a an the it its of in on to for and or no not by at with we they is are was be");
    private static final int CJK = 0x2E80;

    private Folded() {}

    private static Set<String> words(String line) {
        return Set.of(line.split(" "));
    }

    /** Case, accents and punctuation are gone, words are joined by one space. */
    static String fold(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace('đ', 'd')
                .replace('ı', 'i')
                .replace("&", " and ");
        return Normalizer.normalize(plain, Normalizer.Form.NFKD)
                .replaceAll("\\p{Mn}+", "")
                .replaceAll("[.'’]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    static List<String> tokens(String folded) {
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }

    /** A name of a company, product or person without titles and forms of company. */
    static String name(String text) {
        var words = tokens(fold(text));
        int from = 0;
        int to = words.size();
        while (to - from > 1 && HONORIFIC.contains(words.get(from))) {
            from++;
        }
        while (to - from > 1 && LEGAL.contains(words.get(to - 1))) {
            to--;
        }
        return String.join(" ", words.subList(from, to));
    }

    /** All texts of a value as one. */
    static String flat(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Map<?, ?> map -> flat(map.values());
            case Collection<?> list -> list.stream().map(Folded::flat).collect(Collectors.joining(" "));
            default -> value.toString();
        };
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> many ? many : value == null ? List.of() : List.of(value);
    }

    /** Every element is in the text; of an element that is a list, any. */
    static boolean hasWords(@Nullable Object expected, @Nullable Object got) {
        List<?> wanted = list(expected);
        if (expected instanceof String text) {
            wanted = tokens(fold(text)).stream()
                    .filter(word -> !STOP.contains(word))
                    .toList();
            wanted = wanted.isEmpty() ? List.of(text) : wanted;
        }
        String text = flat(got);
        return wanted.stream().allMatch(one -> (one instanceof List<?> any ? any : List.of(one))
                .stream().anyMatch(word -> hasWord(word.toString(), text)));
    }

    /** By stem; up to three letters only as a whole word. */
    private static boolean hasWord(String word, String text) {
        String w = fold(word);
        String t = fold(text);
        if (w.isEmpty() || w.codePoints().anyMatch(c -> c > CJK)) {
            return t.contains(w);
        }
        if (w.contains(" ")) {
            return (" " + t).contains(" " + w);
        }
        var tokens = tokens(t);
        if (w.length() <= 3) {
            return tokens.contains(w) || tokens.contains(w + "s");
        }
        return tokens.stream().anyMatch(token -> token.contains(w) || sameStem(w, token));
    }

    private static boolean sameStem(String word, String token) {
        int shorter = Math.min(word.length(), token.length());
        int mismatch = Arrays.mismatch(word.toCharArray(), token.toCharArray());
        int common = mismatch < 0 ? shorter : Math.min(mismatch, shorter);
        return common >= Math.max(4, (int) Math.ceil(0.7 * shorter));
    }
}
