package dev.windrose.intake.reading;

import java.util.regex.Pattern;

/** Says how a statement is meant: asked, on a condition, by hearsay, in doubt, or not to be recorded. */
final class Modes {

    private static final Pattern CONDITION = Pattern.compile(
            "\\b(?:if|unless|provided|assuming|as long as|subject to|pending|depending on|in case|falls|sofern|"
                    + "vorausgesetzt|nur wenn|sous reserve|a condition|si(?= (?:el|la|le|los|nos|on|il|elle|ils|se|nous|"
                    + "vous|aceptan|aprueban))|caso|se(?= (?:o|a|il|la|voi))|mits|als ze|om de|forutsatt)\\b");
    private static final Pattern HEARSAY = Pattern.compile(
            "\\b(?:i heard|heard (?:from|that|through|on)|hear(?:ing)? that|rumou?r\\w*|apparently|supposedly|"
                    + "allegedly|word is|no idea if|somebody told|someone told|someone said|somebody said|a little bird|"
                    + "grapevine|angeblich|geruchte?\\w*|anscheinend|il parait|parece que|dicen que|naar verluidt)\\b");
    private static final Pattern UNSURE = Pattern.compile(
            "\\b(?:maybe|perhaps|possibly|potentially|might|not sure|unclear|considering|consider whether|"
                    + "thinking (?:about|of)|ballpark|off the top of my head|tentative(?:ly)?|nothing (?:firm|agreed|"
                    + "decided|concrete)|not (?:decided|agreed|confirmed)|undecided|joked|joking|kidding|jk|"
                    + "vielleicht|eventuell|evtl|womoglich|uberlegen|konkret ist|peut-etre|eventuellement|quiza|quizas|tal "
                    + "vez|talvez|forse|misschien|kanske|maaske)\\b");
    private static final Pattern OFF_RECORD = Pattern.compile(
            "\\b(?:(?:do not|don't|dont|pls don't|never) (?:log|record|enter|add|put|note|write|create|update|"
                    + "change|touch)|confidential|off the record|not for the record|keep (?:this|it|that) (?:private|"
                    + "between us)|"
                    + "nicht (?:eintragen|anlegen|erfassen|notieren|ins system)|nichts (?:anlegen|eintragen)|vertraulich|"
                    + "so ignore|ignore (?:this|that|it)|ne pas (?:saisir|noter|creer)|no (?:registrar|crear|anotar)|nao "
                    + "(?:registrar|criar))\\b");
    private static final Pattern ASKING = Pattern.compile(
            "^(?:@?\\w+,? )?(?:tell me|do (?:you|we) know|any idea|can (?:you|someone) tell me|let me know) "
                    + "(?:when|what|who|how|which|where|if)\\b|^(?:hi |hey |ok |so |and |also |btw |quick (?:one|"
                    + "question)[:,]? )*(?:what|what's|whats|when|when's|who|who's|whos|where|which|how (?:much|many|old|"
                    + "long)|is there|are there|do we|does|did|was|wann|wer|was|welche[rs]?|wie viel|wieviel|quand|qui|"
                    + "quel(?:le)?|combien|cuando|cuanto|quien|que|cual|quando|quanto|chi|wanneer|wie|hoeveel|wat|nar|vem|"
                    + "vad)\\b");

    private Modes() {}

    static void set(Statement statement) {
        add(
                statement,
                Mode.QUESTION,
                statement.sentence.question()
                        || statement.has(ASKING) && statement.folded.length() < 140 && !statement.folded.contains(":"));
        add(statement, Mode.CONDITION, statement.has(CONDITION));
        add(statement, Mode.HEARSAY, statement.has(HEARSAY));
        add(statement, Mode.UNSURE, statement.has(UNSURE));
        add(statement, Mode.OFF_RECORD, statement.has(OFF_RECORD));
    }

    private static void add(Statement statement, Mode mode, boolean present) {
        if (present) {
            statement.modes.add(mode);
        }
    }
}
