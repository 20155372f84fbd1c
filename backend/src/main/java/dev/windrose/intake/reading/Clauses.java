package dev.windrose.intake.reading;

import java.util.regex.Pattern;

/** Where one clause ends and the next begins, and whether a clause denies what it says. */
final class Clauses {

    private static final Pattern DENIAL = Pattern.compile(
            "\\b(?:not|no|never|nobody|none|nothing|without|rien|isn't|isnt|wasn't|didn't|didnt|don't|dont|doesn't|"
                    + "doesnt|hasn't|hasnt|haven't|havent|won't|wont|can't|cant|cannot|couldn't|aren't|weren't|ain't|yet "
                    + "to|"
                    + "nicht|kein\\w*|nie|ohne|pas|jamais|aucun\\w*|ne|n'a|n'est|sans|nunca|ningun\\w*|sin|nao|sem|non|"
                    + "niet|geen|inte|ingen|ikke|no longer|neither|nor|hardly|barely|fail(?:ed|s)? to|refus\\w+ to|"
                    + "declin\\w+ to|unable to|far from|stopped short of|weder|kaum|ni|nem|nenhum\\w*|nada|nadie|mai|mica|"
                    + "nessun\\w*|tampoco|nog niet|aldrig|aldri|nunca)\\b(?! only| nur|amente)");

    /** "No wait, 36": what is denied is what was said before. */
    private static final Pattern MENDING = Pattern.compile(
            "\\b(?:no|nein|non|nao)(?=,| (?:wait|sorry|actually|make|it's|i mean|hang on|doch|quatsch|espera|perdon|attends|pardon|"
                    + "desculpa)\\b)");

    private static final Pattern DENIED_AFTER =
            Pattern.compile("^(?:\\?)? ?(?:not yet|yet\\?|no\\b(?! later)|nicht|noch nicht|ist noch nicht)");

    private Clauses() {}

    /** A comma, a dash between blanks, a bracket, a colon, an arrow, or a turning word. */
    static boolean breaksAt(String folded, int at) {
        char c = folded.charAt(at);
        if (c == ',' || c == '.') {
            boolean inNumber = at > 0
                    && at + 1 < folded.length()
                    && Character.isDigit(folded.charAt(at - 1))
                    && Character.isDigit(folded.charAt(at + 1));
            return !inNumber && (c == ',' || at + 1 >= folded.length() || folded.charAt(at + 1) == ' ');
        }
        if (c == '>' && at > 0 && "=-".indexOf(folded.charAt(at - 1)) >= 0) {
            return true;
        }
        if (c == '-') {
            return at > 0
                    && folded.charAt(at - 1) == ' '
                    && (at + 1 >= folded.length() || folded.charAt(at + 1) == ' ');
        }
        if (c == ' ' && at + 1 < folded.length()) {
            return folded.startsWith(" but ", at)
                    || folded.startsWith(" aber ", at)
                    || folded.startsWith(" mais ", at)
                    || folded.startsWith(" pero ", at)
                    || folded.startsWith(" although ", at)
                    || folded.startsWith(" sondern ", at)
                    || folded.startsWith(" mas ", at)
                    || folded.startsWith(" maar ", at);
        }
        return c == ';' || c == '(' || c == ')' || c == '→' || c == '!' || c == '?' || c == '\n';
    }

    static boolean denies(String folded) {
        return DENIAL.matcher(folded).find();
    }

    /** Is a word of the clause denied: "not signed", "hasn't paid", "signed? not yet"? */
    static boolean denied(Statement statement, dev.windrose.llm.language.Span cue) {
        var clause = statement.clause(cue);
        var before = statement.between(Math.max(clause.start(), cue.start() - 40), cue.start());
        var matcher = DENIAL.matcher(MENDING.matcher(before)
                .replaceAll(found -> " ".repeat(found.group().length())));
        boolean found = false;
        while (matcher.find()) {
            var between = before.substring(matcher.end());
            found |= between.strip().split("\\s+").length <= 5;
        }
        var after = statement.after(cue, 18);
        return found || DENIED_AFTER.matcher(after).find();
    }
}
