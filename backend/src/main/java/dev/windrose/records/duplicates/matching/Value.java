package dev.windrose.records.duplicates.matching;

import java.util.List;

/**
 * A value prepared for many comparisons.
 *
 * @param text its words, joined by one space
 * @param key letters and digits only: what makes two values the same
 * @param sounds how each word sounds, for names
 * @param grams a bit for each pair of neighbouring letters: values that share few bits share few letters
 */
record Value(String raw, List<String> words, String text, String key, String digits, List<String> sounds, long grams) {

    static final Value NONE = new Value("", List.of(), "", "", "", List.of(), 0);

    static Value of(String raw, ColumnKind kind) {
        if (raw.isBlank()) {
            return NONE;
        }
        var words = Words.of(raw, kind);
        var text = String.join(" ", words);
        var digits = Words.digits(raw);
        var key = key(raw, kind, text, digits);
        var sounds = kind == ColumnKind.NAME && words.size() <= 3
                ? words.stream().map(NameForms::sound).toList()
                : List.<String>of();
        return key.isEmpty() ? NONE : new Value(raw, words, text, key, digits, sounds, grams(key));
    }

    private static String key(String raw, ColumnKind kind, String text, String digits) {
        return switch (kind) {
            case PHONE -> digits.length() < 6 ? text : Contact.phone(digits);
            case EMAIL -> Contact.mail(raw);
            case WEB -> Contact.host(raw);
            case DATE -> Days.key(raw, digits);
            case NUMBER -> Amounts.key(raw);
            case NAME, ADDRESS, CODE, CATEGORY, TEXT -> text.replace(" ", "");
        };
    }

    private static long grams(String key) {
        long grams = 0;
        for (int i = 0; i + 1 < key.length(); i++) {
            grams |= 1L << ((key.charAt(i) * 31 + key.charAt(i + 1)) * 0x9E3779B1 >>> 26);
        }
        return grams;
    }

    /** Whether few letters follow each other in both. */
    boolean unlike(Value other) {
        int fewer = Math.min(Long.bitCount(grams), Long.bitCount(other.grams));
        return Long.bitCount(grams & other.grams) < 0.34 * fewer;
    }

    boolean missing() {
        return key.isEmpty();
    }

    List<String> numbers() {
        return words.stream().filter(Words::hasDigit).toList();
    }
}
