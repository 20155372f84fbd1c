package dev.windrose.context.retrieval;

import dev.windrose.records.search.Word;
import dev.windrose.records.search.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Words of texts and questions as the index compares them: folded, and those in plain letters without their endings. */
public final class ChunkWords {

    private static final int SHORTEST_STEMMED = 4;

    /** What questions are made of, whatever they ask. A question of nothing else keeps them. */
    private static final Set<String> EMPTY = Set.of(
            ("a an and any are as at be been but by can could did do does for from had has have how i if in into is it its may me might must "
                            + "my of on or our ours shall she should so some such than that the their them then there these they this those to "
                            + "up us was we were what when where which while who whom whose why will with would you your yours am he his her "
                            + "him not no nor about")
                    .split(" "));

    private static final Pattern GROUPED = Pattern.compile("(?<![\\d.,])\\d{1,3}(?:,\\d{3})+(?![\\d])");
    private static final Pattern THOUSANDS = Pattern.compile("(?<![\\w.,])(\\d{1,4})\\s?[kK](?![\\w])");

    private ChunkWords() {}

    public static List<String> of(String text) {
        var stemmer = new EnglishStemmer();
        return Words.of(plainNumbers(text)).stream()
                .map(word -> stem(stemmer, word.text()))
                .toList();
    }

    /** Each once, without those that every question has. */
    public static Set<String> asked(String question) {
        var stemmer = new EnglishStemmer();
        var words = new LinkedHashSet<String>();
        var all = new LinkedHashSet<String>();
        for (var word : Words.of(plainNumbers(question))) {
            String stem = stem(stemmer, word.text());
            all.add(stem);
            if (!EMPTY.contains(word.text())) {
                words.add(stem);
            }
        }
        return words.isEmpty() ? all : words;
    }

    /** A number is one word however it is written: 5,000 and 5000, 30k and 30000. */
    private static String plainNumbers(String text) {
        String joined =
                GROUPED.matcher(text).replaceAll(number -> number.group().replace(",", ""));
        return THOUSANDS.matcher(joined).replaceAll("$1" + "000");
    }

    /** Where these words stand in a text: from, to. */
    static List<List<Integer>> places(String text, Set<String> words) {
        var stemmer = new EnglishStemmer();
        var places = new ArrayList<List<Integer>>();
        int end = 0;
        for (Word word : Words.of(text)) {
            if (word.from() >= end && words.contains(stem(stemmer, word.text()))) {
                places.add(List.of(word.from(), word.to()));
                end = word.to();
            }
        }
        return places;
    }

    private static String stem(EnglishStemmer stemmer, String word) {
        if (word.length() < SHORTEST_STEMMED || !plain(word)) {
            return word;
        }
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private static boolean plain(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }
}
