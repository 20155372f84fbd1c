package dev.windrose.agents.advise;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was said, sentence by sentence. */
final class Sentences {

    private static final Pattern ENDS = Pattern.compile("(?<=[.!?])\\s+|\\R+");
    private static final Set<String> COMMON = Set.of(
            "that",
            "this",
            "with",
            "from",
            "have",
            "will",
            "would",
            "them",
            "they",
            "then",
            "their",
            "there",
            "about",
            "next",
            "week",
            "send",
            "sent",
            "until",
            "before",
            "after",
            "today",
            "tomorrow",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "promised",
            "agreed",
            "back",
            "call",
            "called",
            "came",
            "here",
            "spoke",
            "over",
            "into",
            "some",
            "soon",
            "share",
            "provide",
            "prepare",
            "check",
            "schedule",
            "arrange",
            "find",
            "what",
            "when",
            "which",
            "your",
            "ours");

    private Sentences() {}

    static Stream<String> of(@Nullable String text) {
        return text == null
                ? Stream.of()
                : ENDS.splitAsStream(text).map(String::strip).filter(sentence -> !sentence.isEmpty());
    }

    /** The words that say what it is about. */
    static Set<String> words(@Nullable String text) {
        var words = new TreeSet<String>();
        if (text != null) {
            Arrays.stream(text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                    .filter(word -> word.length() > 3 && !COMMON.contains(word))
                    .map(word -> word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                    .forEach(words::add);
        }
        return words;
    }

    static long shared(Set<String> wanted, @Nullable String text) {
        var there = words(text);
        return wanted.stream().filter(there::contains).count();
    }
}
