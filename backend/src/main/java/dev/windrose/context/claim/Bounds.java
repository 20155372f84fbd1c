package dev.windrose.context.claim;

import dev.windrose.context.claim.Quantity.Bound;
import dev.windrose.llm.language.Span;
import java.util.regex.Pattern;

/** Reads whether a number is meant exactly, as a limit, or roughly. */
final class Bounds {

    private static final String MODIFIER =
            "(?:(?:about|around|roughly|some|only|just|the|a|of|dn|usd|eur|gbp|us|\\$|€|£|points|slightly|well|within) ?)*";
    private static final Pattern AT_LEAST =
            before("at least|no less than|no fewer than|not less than|minimum of|a minimum of|from|mindestens|ab");
    private static final Pattern MORE = before(
            "more than|over|above|upwards of|greater than|larger than|longer than|exceed|exceeds|exceeding|beyond|better than|mehr als|uber");
    private static final Pattern AT_MOST = before(
            "at most|up to|upto|no more than|not more than|maximum of|a maximum of|max|within|to within|as much as|bis zu|hochstens|maximal|innerhalb von|in as little as");
    private static final Pattern LESS =
            before("less than|below|under|fewer than|lower than|shorter than|smaller than|in under|unter|weniger als");
    private static final Pattern ABOUT = Pattern.compile(
            "\\b(?:about|around|roughly|some|approximately|approx\\.?|circa|ca\\.?|close to|in the region of|etwa|rund|ungefahr)(?: (?:every|each|after|the|a))? ?$");
    private static final Pattern NEARLY = Pattern.compile("\\b(?:nearly|almost|just under|knapp|fast) $");
    private static final Pattern OR_MORE =
            Pattern.compile("^(?: \\p{L}+){0,2}(?:,)? (?:or|and|oder|und) (?:more|longer|above|mehr)\\b");
    private static final Pattern OR_LESS = Pattern.compile(
            "^(?: \\p{L}+){0,2}(?:,)? (?:or|and|oder|und) (?:less|fewer|below|under|faster|weniger)\\b");

    private static final Pattern WORDS = Pattern.compile(
            "(?i)\\b(?:(?:more|less|fewer|better|no more|no less) than|over|above|at least|up to|at most|nearly|almost|about|around|roughly|some|under|below|well over|just under) $");

    private Bounds() {}

    /** The number with the words before it that bound it: another number has other bounds. */
    static Span withWords(String text, Span number) {
        var before = WORDS.matcher(text.substring(0, number.start()));
        return before.find() ? new Span(before.start(), number.end()) : number;
    }

    record Read(Bound bound, boolean about) {}

    private static Pattern before(String words) {
        return Pattern.compile("\\b(?:" + words + ") " + MODIFIER + "$");
    }

    static Read of(String folded, Span span, int end) {
        var before = folded.substring(Math.max(0, span.start() - 40), span.start());
        var after = folded.substring(end);
        boolean about = ABOUT.matcher(before).find();
        if (NEARLY.matcher(before).find()) {
            return new Read(Bound.LESS_THAN, true);
        }
        if (AT_LEAST.matcher(before).find() && !before.matches("(?s).*\\bfrom " + MODIFIER)
                || OR_MORE.matcher(after).find()) {
            return new Read(Bound.AT_LEAST, about);
        }
        if (AT_MOST.matcher(before).find() || OR_LESS.matcher(after).find()) {
            return new Read(Bound.AT_MOST, about);
        }
        if (MORE.matcher(before).find()) {
            return new Read(Bound.MORE_THAN, about);
        }
        return new Read(LESS.matcher(before).find() ? Bound.LESS_THAN : Bound.EXACT, about);
    }
}
