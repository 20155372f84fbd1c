package dev.windrose.records.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into words. Scripts without spaces give single signs and pairs of neighbours. Words that signs hold together, such as
 * {@code Coca-Cola} and {@code O'Neil}, also count as one.
 */
public final class Words {

    private static final int LONGEST = 200;
    private static final String HOLDING = "-'’.&+/_@·‐‑";

    private final String text;
    private final List<Word> found = new ArrayList<>();

    private Words(String text) {
        this.text = text;
    }

    /** All words by which the text is found. */
    public static List<Word> of(String text) {
        var words = new Words(text);
        words.cut();
        return words.found;
    }

    private void cut() {
        int at = 0;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            if (!Character.isLetterOrDigit(letter)) {
                at += Character.charCount(letter);
            } else if (Scripts.written(letter)) {
                at = signs(at);
            } else {
                at = held(at);
            }
        }
    }

    private int signs(int from) {
        int at = from;
        int before = -1;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            if (!Scripts.written(letter) && Character.getType(letter) != Character.NON_SPACING_MARK) {
                break;
            }
            int next = at + Character.charCount(letter);
            add(at, next);
            if (before >= 0) {
                add(before, next);
            }
            before = at;
            at = next;
        }
        return at;
    }

    /** A word, or several held together. */
    private int held(int from) {
        int end = word(from);
        add(from, end);
        int parts = 1;
        int last = end;
        while (last + 1 < text.length() && HOLDING.indexOf(text.charAt(last)) >= 0 && begins(last + 1)) {
            int next = word(last + 1);
            add(last + 1, next);
            last = next;
            parts++;
        }
        if (parts > 1 && parts <= 6) {
            var joined = new StringBuilder(last - from);
            for (int at = from; at < last; at++) {
                if (HOLDING.indexOf(text.charAt(at)) < 0) {
                    joined.append(text.charAt(at));
                }
            }
            found.add(new Word(FoldWord.of(joined.toString()), from, last));
        }
        return last;
    }

    private boolean begins(int at) {
        int letter = text.codePointAt(at);
        return Character.isLetterOrDigit(letter) && !Scripts.written(letter);
    }

    private int word(int from) {
        int at = from;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            boolean part = Character.isLetterOrDigit(letter) && !Scripts.written(letter)
                    || Character.getType(letter) == Character.NON_SPACING_MARK
                    || Character.getType(letter) == Character.COMBINING_SPACING_MARK;
            if (!part || at - from >= LONGEST) {
                break;
            }
            at += Character.charCount(letter);
        }
        return at;
    }

    private void add(int from, int to) {
        String written = text.substring(from, to);
        String folded = FoldWord.of(written);
        if (folded.isEmpty()) {
            return;
        }
        found.add(new Word(folded, from, to));
        String spelled = FoldWord.ascii(written) ? folded : FoldWord.spelledOut(written);
        if (!spelled.equals(folded)) {
            found.add(new Word(spelled, from, to));
        }
    }
}
