package dev.windrose.llm.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is told of each word of a name to whoever tags it. */
final class NameFeatures {

    /** Begins the only feature of a single known word. */
    static final String ALONE = "alone given ";

    private static final Set<String> BEFORE = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mister",
            "dr",
            "doctor",
            "prof",
            "professor",
            "rev",
            "reverend",
            "father",
            "fr",
            "sister",
            "sr",
            "brother",
            "hon",
            "honorable",
            "judge",
            "justice",
            "senator",
            "sen",
            "representative",
            "rep",
            "state",
            "congressman",
            "congresswoman",
            "president",
            "governor",
            "gov",
            "mayor",
            "alderman",
            "capt",
            "captain",
            "col",
            "colonel",
            "gen",
            "general",
            "lt",
            "sgt",
            "major",
            "maj",
            "sir",
            "lady",
            "lord",
            "rabbi",
            "attorney",
            "officer",
            "herr",
            "frau",
            "the");
    private static final Set<String> GENERATION =
            Set.of("jr", "sr", "junior", "senior", "i", "ii", "iii", "iv", "v", "vi", "2nd", "3rd");
    private static final Set<String> BEHIND = Set.of(
            "md",
            "phd",
            "esq",
            "esquire",
            "cpa",
            "rn",
            "bsn",
            "dds",
            "dmd",
            "dc",
            "od",
            "dvm",
            "do",
            "jd",
            "mba",
            "pe",
            "ra",
            "ret",
            "sc",
            "pc",
            "attorney",
            "atty",
            "at",
            "law",
            "trustee",
            "trust",
            "ttee",
            "ttees",
            "tr",
            "psyd",
            "lcsw",
            "faia",
            "aia",
            "ma",
            "ms",
            "bs",
            "ba",
            "edd",
            "cfp",
            "cfa",
            "lnn",
            "lncc",
            "gri",
            "pharmd",
            "facs",
            "msw",
            "llm",
            "usn",
            "usa",
            "dpm",
            "np",
            "of",
            "fam");

    private NameFeatures() {}

    static List<List<String>> of(List<String> words) {
        if (words.size() == 1 && familiar(words.getFirst())) {
            return List.of(alone(words.getFirst()));
        }
        var all = new ArrayList<List<String>>();
        boolean quoted = false;
        for (int i = 0; i < words.size(); i++) {
            var features = new ArrayList<String>();
            boolean opens = opens(words.get(i));
            quoted = quoted || opens;
            own(features, words.get(i));
            features.add("quoted " + quoted);
            place(features, words, i);
            around(features, words, i);
            core(features, words, i);
            all.add(features);
            if (closes(words.get(i))) {
                quoted = false;
            }
        }
        return all;
    }

    private static boolean familiar(String word) {
        var plain = plain(word);
        return KnownNames.given(plain) > 0 || KnownNames.surname(plain) > 0;
    }

    /** Of a single word that is both at times, how common it is as either says all there is to say. */
    private static List<String> alone(String word) {
        var plain = plain(word);
        int given = KnownNames.given(plain);
        int surname = KnownNames.surname(plain);
        return List.of(ALONE + (given > 0) + " surname " + Math.min(surname, 16) / 2);
    }

    /** The words of the name proper, without what stands before and behind it. */
    private static void core(List<String> features, List<String> words, int i) {
        int count = 0;
        int place = -1;
        boolean turned = false;
        boolean comma = false;
        for (int at = 0; at < words.size(); at++) {
            if (role(words, at).equals("core")) {
                turned |= comma;
                comma |= words.get(at).endsWith(",");
                place = at == i ? count : place;
                count++;
            }
        }
        var where = place + " of " + Math.min(count, 5) + (turned ? " turned" : "");
        features.add("role " + role(words, i));
        features.add("core " + where);
        features.add("core " + where + " leans " + leans(plain(words.get(i))));
        features.add("core " + where + " shape " + shape(words.get(i)));
        features.add("core " + where + " first leans " + leans(plain(words.getFirst())));
        features.add("core " + where + " before " + (i > 0 ? role(words, i - 1) : "") + " after "
                + (i + 1 < words.size() ? role(words, i + 1) : ""));
    }

    private static String role(List<String> words, int i) {
        var plain = plain(words.get(i));
        if (plain.equals("and") || plain.equals("&") || plain.equals("or")) {
            return "and";
        }
        boolean late = i > 0 && words.size() > 2 || i > 0 && words.get(i - 1).endsWith(",");
        if (late
                && GENERATION.contains(plain)
                && (plain.length() > 1
                        || i == words.size() - 1 && words.get(i - 1).endsWith(","))) {
            return "generation";
        }
        if (late && BEHIND.contains(plain)) {
            return "behind";
        }
        return BEFORE.contains(plain) && i < words.size() - 1 ? "prefix" : "core";
    }

    private static void own(List<String> features, String word) {
        var plain = plain(word);
        features.add("word " + plain);
        features.add("shape " + shape(word));
        features.add("length " + Math.min(8, plain.length()));
        features.add("ends " + (word.endsWith(",") ? "," : word.endsWith(".") ? "." : "-"));
        features.add("known " + known(plain));
        features.add("leans " + leans(plain));
        var framed = "<" + plain + ">";
        for (int length = 2; length <= 5; length++) {
            if (framed.length() > length) {
                features.add("begins " + framed.substring(0, length));
                features.add("closes " + framed.substring(framed.length() - length));
            }
        }
        for (int i = 0; i + 3 <= framed.length(); i++) {
            features.add("has " + framed.substring(i, i + 3));
        }
    }

    private static void place(List<String> features, List<String> words, int i) {
        var at = (i == 0 ? "first" : i == words.size() - 1 ? "last" : "inner");
        int count = Math.min(5, words.size());
        features.add("at " + at + count);
        features.add("place " + i + " of " + count);
        features.add("at " + at + " known " + leans(plain(words.get(i))));
        features.add("place " + i + " of " + count + " leans " + leans(plain(words.get(i))));
        features.add("at " + at + count + " shape " + shape(words.get(i)));
        boolean comma = words.stream().limit(i).anyMatch(word -> word.endsWith(","));
        boolean later = words.stream().skip(i).anyMatch(word -> word.endsWith(","));
        features.add("comma before " + comma + " later " + later);
        features.add("comma before " + comma + " later " + later + " at " + at);
        features.add("first leans " + leans(plain(words.getFirst())) + " last " + leans(plain(words.getLast())) + at
                + count);
    }

    private static void around(List<String> features, List<String> words, int i) {
        var before = i == 0 ? "" : words.get(i - 1);
        var after = i + 1 < words.size() ? words.get(i + 1) : "";
        features.add("before " + plain(before));
        features.add("after " + plain(after));
        features.add("before shape " + shape(before) + " own " + shape(words.get(i)));
        features.add("after shape " + shape(after) + " own " + shape(words.get(i)));
        features.add("before leans " + leans(plain(before)) + " own " + leans(plain(words.get(i))));
        features.add("after leans " + leans(plain(after)) + " own " + leans(plain(words.get(i))));
    }

    static String plain(String word) {
        return Fold.inPlace(word).replaceAll("[^\\p{L}\\p{N}&'-]", "");
    }

    private static String known(String plain) {
        return (KnownNames.given(plain) + 3) / 4 + "/" + (KnownNames.surname(plain) + 3) / 4;
    }

    /** Rather a given name or rather a surname, and how clearly. */
    private static String leans(String plain) {
        if (plain.isEmpty()) {
            return "";
        }
        int given = KnownNames.given(plain);
        int surname = KnownNames.surname(plain);
        return given == 0 && surname == 0 ? "?" : String.valueOf(Math.clamp((given - surname) / 3, -6, 6));
    }

    private static String shape(String word) {
        if (word.isEmpty()) {
            return "";
        }
        var letters = word.replaceAll("[^\\p{L}]", "");
        var mark = word.replaceAll("[\\p{L}\\p{N}]", "");
        var body = letters.length() == 1
                ? "X"
                : letters.isEmpty()
                        ? "-"
                        : letters.equals(letters.toUpperCase(Locale.ROOT))
                                ? "UP"
                                : letters.equals(letters.toLowerCase(Locale.ROOT)) ? "low" : "Title";
        return body + mark;
    }

    private static boolean opens(String word) {
        return word.startsWith("\"") || word.startsWith("(") || word.startsWith("'") || word.startsWith("“");
    }

    private static boolean closes(String word) {
        return word.matches(".*[\"')”],?$");
    }
}
