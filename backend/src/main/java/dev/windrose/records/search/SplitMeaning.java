package dev.windrose.records.search;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into parts of which each is read as a whole. */
final class SplitMeaning {

    /** The encoder reads little more of a text. */
    private static final int LONGEST = 800;

    private SplitMeaning() {}

    /** At most {@link MeaningIndex#MOST_PARTS}; what comes after them is not read. */
    static List<String> of(String text) {
        var parts = new ArrayList<String>();
        int at = 0;
        while (at < text.length() && parts.size() < MeaningIndex.MOST_PARTS) {
            int end = end(text, at);
            var part = text.substring(at, end).strip();
            if (!part.isEmpty()) {
                parts.add(part);
            }
            at = end;
        }
        return parts;
    }

    /** After the last line or sentence that ends in the second half of it, else after the last word. */
    private static int end(String text, int from) {
        int furthest = from + LONGEST;
        if (furthest >= text.length()) {
            return text.length();
        }
        int half = from + LONGEST / 2;
        int line = text.lastIndexOf('\n', furthest);
        int sentence = text.lastIndexOf(". ", furthest) + 1;
        int word = text.lastIndexOf(' ', furthest);
        int best = Math.max(line, sentence) > half ? Math.max(line, sentence) : word;
        if (best > from) {
            return best;
        }
        return Character.isHighSurrogate(text.charAt(furthest - 1)) ? furthest - 1 : furthest;
    }
}
