package dev.windrose.context.claim;

import dev.windrose.llm.language.Fold;
import java.util.regex.Pattern;

/**
 * The school grade that suffices to read an English text, by the formula of Flesch and Kincaid: 0.39 words a sentence + 11.8 syllables a word - 15.59
 * (J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom: Derivation of new readability formulas for Navy enlisted personnel, Research Branch
 * Report 8-75, 1975). Syllables are counted by groups of vowels.
 */
final class ReadingLevel {

    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’.,-]*");

    private ReadingLevel() {}

    static int words(String text) {
        int words = 0;
        for (var part : text.split("\\s+")) {
            words += part.chars().anyMatch(Character::isLetterOrDigit) ? 1 : 0;
        }
        return words;
    }

    static double grade(int words, int sentences, int syllables) {
        return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    }

    static int syllables(String text) {
        int sum = 0;
        var matcher = WORD.matcher(Fold.inPlace(text));
        while (matcher.find()) {
            sum += ofWord(matcher.group());
        }
        return sum;
    }

    private static int ofWord(String word) {
        int groups = 0;
        var vowels = VOWELS.matcher(word);
        while (vowels.find()) {
            groups++;
        }
        boolean silent = word.endsWith("e") && !word.endsWith("le") && groups > 1
                || word.endsWith("ed") && groups > 1 && !word.endsWith("ted") && !word.endsWith("ded");
        return Math.max(1, silent ? groups - 1 : groups);
    }
}
