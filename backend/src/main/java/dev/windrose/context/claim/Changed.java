package dev.windrose.context.claim;

import dev.windrose.llm.language.Fold;
import java.util.List;
import java.util.regex.Pattern;

/** In "an hour instead of two days" and "from 22 down to five" one number is what was, the other what is. */
final class Changed {

    private static final Pattern WAS = Pattern.compile(
            "\\b(?:instead of|rather than|(?:down |up )?from|used to (?:\\p{L}+ ){0,4}|statt|anstatt|von) (?:the |a |about |some )?$");
    private static final Pattern IS = Pattern.compile(
            "\\b(?:(?:down |up )?to|now (?:\\p{L}+ ){0,3}|only|auf|takes?|dauert) (?:the |a |about |only |some )?$");

    private static final Pattern LEFT =
            Pattern.compile("\\b(?:down|up|rose|risen|fell|fallen|cut|reduced|increased) to (?:about |only |just )?$");
    private static final Pattern TAKEN = Pattern.compile("\\bby (?:about |only |just )?$");

    private Changed() {}

    /** The claim gives as new what the entry gives as old, or the other way round. */
    static boolean reversed(String claim, Quantity said, List<Quantity> among, String statement, Quantity known) {
        // "Down to 60 %" is not "60 % fewer".
        boolean share = said.dimension().equals("percent") && stands(LEFT, claim, said);
        if (share && (stands(TAKEN, statement, known) || fewer(statement, known))) {
            return true;
        }
        boolean several = among.stream()
                .anyMatch(one -> one != known && one.dimension().equals(known.dimension()) && one.low() != known.low());
        if (!several) {
            return false;
        }
        boolean was = stands(WAS, claim, said);
        boolean is = stands(IS, claim, said);
        return was
                        && !is
                        && (stands(IS, statement, known) && !stands(WAS, statement, known) || before(statement, known))
                || is && !was && stands(WAS, statement, known) && !stands(IS, statement, known);
    }

    private static boolean fewer(String statement, Quantity known) {
        return Fold.inPlace(statement.substring(known.span().end()))
                .matches("(?s) (?:fewer|less|lower|more|higher|weniger|mehr)\\b.*");
    }

    /** What stands right before "instead of" is what is. */
    private static boolean before(String statement, Quantity known) {
        return Fold.inPlace(statement.substring(known.span().end()))
                .matches("(?s) (?:\\p{L}+ ){0,2}(?:instead of|rather than|statt)\\b.*");
    }

    private static boolean stands(Pattern pattern, String text, Quantity number) {
        var before = Fold.inPlace(text.substring(0, number.span().start()));
        return pattern.matcher(before).find();
    }
}
