package dev.windrose.llm.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits a text into statements, keeping their places. Notes and chats are as common as prose. */
public final class Sentences {

    private static final Pattern LINE = Pattern.compile("[^\\r\\n]*(?:\\r\\n|\\r|\\n|$)");
    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*•+>·–]|\\(?\\d{1,2}[.)](?!\\d)|\\[[ x]?])\\s*");
    /** "copperline – proposal went out" begins a line of a list, also in small letters. */
    private static final Pattern LABEL = Pattern.compile("^\\s*\\S+(?: \\S+){0,2}(?: [-–—] |: )");

    private static final Pattern ABBREVIATION = Pattern.compile(
            "(?:^|[\\s(])(?:dr|mr|mrs|ms|prof|fr|hr|st|no|nr|inc|ltd|co|corp|approx|ca|vs|etc|e\\.g|i\\.e|z\\.b|"
                    + "bzw|ggf|evtl|inkl|sr|sra|jr|incl|abt|resp|att|dept|mme|[a-z])$");
    private static final Pattern MONTH = Pattern.compile("(?:^|[\\s(])(?:" + Months.NAME + ")$");

    /** "1) this 2) that" in one line. */
    private static final Pattern LISTED = Pattern.compile("\\s\\(?\\d{1,2}\\)\\s(?=\\S)");

    private Sentences() {}

    public static List<Sentence> of(String text, Span within) {
        var out = new ArrayList<Sentence>();
        var matcher = LINE.matcher(text).region(within.start(), within.end());
        int paragraph = 0;
        int open = -1;
        while (matcher.find() && matcher.end() > matcher.start()) {
            var line = matcher.group();
            if (line.isBlank()) {
                paragraph++;
                open = -1;
                continue;
            }
            int start = matcher.start();
            int end = matcher.start() + line.stripTrailing().length();
            var bullet = BULLET.matcher(line);
            boolean isBullet =
                    bullet.lookingAt() && bullet.end() < line.stripTrailing().length();
            if (isBullet) {
                start += bullet.end();
            }
            if (open >= 0
                    && !isBullet
                    && !out.isEmpty()
                    && Character.isLowerCase(line.stripLeading().charAt(0))
                    && !LABEL.matcher(line).lookingAt()) {
                var last = out.removeLast();
                split(text, new Span(last.span().start(), end), last.bullet(), paragraph, out);
            } else {
                split(text, new Span(start, end), isBullet, paragraph, out);
            }
            open = wraps(line) ? 1 : -1;
        }
        return out;
    }

    /** A long line that stops in the middle of a sentence goes on in the next one. */
    private static boolean wraps(String line) {
        var trimmed = line.stripTrailing();
        return trimmed.length() > 55 && !trimmed.matches("(?s).*[.!?:;)\\]}>]$");
    }

    private static void split(String text, Span span, boolean bullet, int paragraph, List<Sentence> out) {
        int start = span.start();
        for (int i = span.start(); i < span.end(); i++) {
            if (ends(text, i, span)) {
                int stop = i + 1;
                while (stop < span.end() && ".!?…)\"'”’".indexOf(text.charAt(stop)) >= 0) {
                    stop++;
                }
                add(text, start, stop, bullet, paragraph, out);
                start = stop;
                i = stop - 1;
            }
        }
        add(text, start, span.end(), bullet, paragraph, out);
    }

    /** A tick or a cheering face stands where others put a full stop. */
    private static boolean mark(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) && at > 0
                ? Character.getType(text.codePointAt(at - 1)) == Character.OTHER_SYMBOL
                : Character.getType(text.charAt(at)) == Character.OTHER_SYMBOL;
    }

    private static boolean ends(String text, int at, Span span) {
        char c = text.charAt(at);
        if (mark(text, at)
                && at + 2 < span.end()
                && text.charAt(at + 1) == ' '
                && Character.isLetterOrDigit(text.charAt(at + 2))) {
            return !Character.isLowerCase(text.charAt(at + 2));
        }
        if (Character.isWhitespace(c)
                && at > span.start()
                && LISTED.matcher(text).region(at, span.end()).lookingAt()) {
            return text.substring(span.start(), at).matches("(?s).*(?:^|\\s)\\(?(?:1|a)\\)\\s.*")
                    || text.charAt(at + 1) == '1'
                    || text.charAt(at + 2) == '1';
        }
        if (c == ';' || c == '!' || c == '?' || c == '…' || c == '。') {
            return true;
        }
        if (c != '.' || at + 1 >= span.end()) {
            return false;
        }
        if (!Character.isWhitespace(text.charAt(at + 1)) && ".)\"”'".indexOf(text.charAt(at + 1)) < 0) {
            return false;
        }
        var before = Fold.inPlace(text.substring(Math.max(span.start(), at - 12), at));
        if (MONTH.matcher(before).find()) {
            return !text.substring(at + 1, Math.min(span.end(), at + 3)).matches(" \\d.*");
        }
        if (ABBREVIATION.matcher(before).find()) {
            return false;
        }
        return !Character.isDigit(text.charAt(at - (at > 0 ? 1 : 0))) || endsAfterNumber(text, at, span);
    }

    /** "on the 21. Please ..." ends, "21. May" and "3. fertig" do not. */
    private static boolean endsAfterNumber(String text, int at, Span span) {
        int next = at + 1;
        while (next < span.end() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        var rest = Fold.inPlace(text.substring(next, Math.min(span.end(), next + 12)));
        boolean ordinal = text.substring(Math.max(span.start(), at - 2), at).matches("\\D?\\d{1,2}");
        return !ordinal
                || !rest.matches("(?:" + Months.NAME + ")\\b.*")
                        && Character.isUpperCase(text.charAt(Math.min(next, text.length() - 1)));
    }

    private static void add(String text, int start, int end, boolean bullet, int paragraph, List<Sentence> out) {
        while (start < end && (Character.isWhitespace(text.charAt(start)) || text.charAt(start) == ';')) {
            start++;
        }
        while (end > start && (Character.isWhitespace(text.charAt(end - 1)) || text.charAt(end - 1) == ';')) {
            end--;
        }
        if (end > start && text.substring(start, end).codePoints().anyMatch(Character::isLetterOrDigit)) {
            out.add(new Sentence(
                    new Span(start, end), bullet, text.substring(start, end).matches("(?s).*[?？]\\W*"), paragraph));
        }
    }
}
