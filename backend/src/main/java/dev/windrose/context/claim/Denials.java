package dev.windrose.context.claim;

import dev.windrose.llm.language.Fold;
import java.util.regex.Pattern;

/** Whether a sentence says no, in one way or another. */
final class Denials {

    private static final Pattern DENIAL = Pattern.compile(
            "\\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without|unless|hardly|\\p{L}+n't|kein\\p{L}*|nicht|nie|niemand|nichts|ohne"
                    + "|instead of|rather than|fail\\p{L}*|refus\\p{L}*|lack\\p{L}*|free of|un(?:able|necessary|needed|noticed|affected|available)|impossible|off limits)\\b"
                    + "|\\bno (?:more|longer|less|fewer) than\\b|\\bnot (?:only|just)\\b");
    /** Words that take away, or turn into the opposite. */
    private static final Pattern LESS = Pattern.compile(
            "\\b(?:less|fewer|out of|left out|off|stop\\p{L}*|drop\\p{L}*|g[ai]ve[ns]? up|ceas\\p{L}*|end(?:s|ed)|un\\p{L}{4,}|only|but|except|apart from|other than)\\b");

    private static final Pattern NO_DENIAL = Pattern.compile(
            "\\b(?:no|not) (?:more|longer|less|fewer|later) than\\b|\\bnot (?:only|just)\\b|\\bno (?:matter|doubt|problem)\\b");

    private Denials() {}

    /** It says no in one way or another. */
    static boolean denies(String text) {
        return denials(text) > 0 || LESS.matcher(Fold.inPlace(text)).find();
    }

    private static int denials(String text) {
        var matcher = DENIAL.matcher(NO_DENIAL.matcher(Fold.inPlace(text)).replaceAll(" "));
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return Math.min(1, count);
    }
}
