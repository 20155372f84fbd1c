package dev.windrose.intake.reading;

import java.util.regex.Pattern;

/** Says how a statement is meant: asked, on a condition, by hearsay, in doubt, or not to be recorded. */
final class Modes {

    static final Pattern CONDITION = Pattern.compile(
            "\\b(?:if(?! (?:you ask me|i'?m (?:honest|not mistaken)|i (?:may|remember|recall|read|understood|got)|you (?:need|want|"
                    + "like|wish|have|could|can|don't mind)|"
                    + "that (?:helps|works|makes sense)|possible|needed|necessary|anything|any\\b|not (?:already|yet) ))(?<!(?:as|"
                    + "see|ask|asks|asked|asking|know|check|checks|"
                    + "wonder|wonders|wondering|sure|idea|confirm|matter|clear|out|find) if)|"
                    + "unless|provided(?: that)?(?= (?:\\w+ )?(?:the|they|he|she|we|it|that|their|legal|procurement))|assuming|"
                    + "as long as|subject to|pending|depending on|in case|"
                    + "falls|sofern|vorausgesetzt|nur wenn|wenn(?= .{3,60}(?:,|dann))|sous reserve|a condition|"
                    + "si(?= (?:el|la|le|los|las|nos|on|il|elle|ils|elles|se|nous|lo|les|su|sus|tout|todo|leur|son|"
                    + "vous|aceptan|acepta|aprueban|aprueba|firman|firma|hay|ca|cela))|caso|se(?= (?:o|a|os|as|il|la|voi|eles|ele|"
                    + "ela|tudo|aprovar\\w*|aceitar\\w*))|"
                    + "se(?= (?:nao |lhes? |nos |a gente )?(?:\\p{L}{2,}(?:armos|ermos|irmos|ormos)|\\p{L}{2,}iamo)\\b)|se(?= a gente)|"
                    + "si(?= (?:no |les? |se lo |nous )?\\p{L}{2,}(?:amos|emos|imos)\\b)|wenn(?= (?:wir|man|ihr)\\b)|"
                    + "mits|als (?:ze|zij|het|de)|om(?: de\\b|(?= \\p{L}{4,}(?:en|et|na) ))|hvis|jesli|jezeli|pokud|forutsatt)\\b");
    static final Pattern HEARSAY = Pattern.compile(
            "\\b(?:\\p{L}+ (?:has |have |had |just |only |also )?heard(?! back)(?! (?:us|me|you|him|her|them|of (?:us|you|it)|"
                    + "about (?:us|you|it|our))\\b)|(?:i|we|just|have|also|only) heard(?! back)(?! from (?:him|her|them|you))|"
                    + "^heard(?! back)|hear(?:ing)? that|rumou?r\\w*|gossip|apparently|"
                    + "supposedly|allegedly|reportedly|word is|word on the street|no idea if|a little bird|"
                    + "grapevine|people say|some say|they say on|reckons|"
                    + "(?:was|were|been|am|are) told(?= (?:that|by|they|he|she|\\p{L}+ (?:is|are|was|has|have|will|signed)))|"
                    + "(?:somebody|someone|sb|everyone|everybody) (?:told|said|says|thinks|mentioned|claims|hinted)|"
                    + "angeblich|geruchte?\\w*|anscheinend|munkelt|man hort|man sagt|habe gehort|hab gehort|vom horensagen|"
                    + "il parait|parait-il|on dit que|on m'a dit|j'ai entendu|"
                    + "dicen que|se dice|se rumorea|he oido|me han dicho|me dijeron|por lo visto|al parecer|"
                    + "dizem|ouvi (?:dizer|falar)|ao que parece|me contaram|si dice|ho sentito dire|pare che|naar verluidt|ik hoorde)\\b");
    static final Pattern UNSURE = Pattern.compile(
            "\\b(?:maybe|perhaps|possibly|potentially|might|not sure|unclear|considering|consider whether|"
                    + "thinking (?:about|of)|ballpark|off the top of my head|tentative(?:ly)?|nothing (?:firm|agreed|"
                    + "decided|concrete)|not (?:decided|agreed|confirmed)|undecided|joked|joking|kidding|jk|"
                    + "vielleicht|eventuell|evtl|womoglich|uberlegen|konkret ist|peut-etre|eventuellement|quiza|quizas|tal "
                    + "vez|talvez|forse|misschien|kanske|maaske)\\b");
    private static final Pattern OFF_RECORD = Pattern.compile(
            "\\b(?:(?:do not|don't|dont|pls don't|never) (?:log|record|enter|add|put|note|write|create)|"
                    + "(?:do not|don't|dont|never) (?:update|change|touch)(?= ?(?:$|[,.;:!)]|it\\b|this\\b|that\\b|them\\b|anything|"
                    + "any of|a thing|yet|for now|until|till|before))|confidential|off the record|not for the record|keep (?:this|it|"
                    + "that) (?:private|"
                    + "between us)|"
                    + "nicht (?:eintragen|anlegen|erfassen|notieren|ins system)|nichts (?:anlegen|eintragen)|vertraulich|"
                    + "so ignore|ignore (?:this|that|it)|ne pas (?:saisir|noter|creer)|no (?:registrar|crear|anotar)|nao "
                    + "(?:registrar|criar))\\b");
    private static final Pattern ASKING = Pattern.compile(
            "^(?:@?\\w+,? )?(?:tell me|do (?:you|we) know|any idea|can (?:you|someone) tell me|let me know) "
                    + "(?:when|what|who|how|which|where|if)\\b|^(?:hi |hey |ok |so |and |also |btw |quick (?:one|"
                    + "question)[:,]? )*(?:what|what's|whats|when|when's|who|who's|whos|where|which|how (?:much|many|old|"
                    + "long)|is there|are there|do we|does|did(?! (?:speak|talk|meet|call|see|hear|get|have|manage|reach|not|sign|send|visit|catch|chat|go|run|ring|phone|come|agree|confirm|mention|say|ask|tell)\\b)|was|wann|wer|was|welche[rs]?|wie viel|wieviel|quand|qui|"
                    + "quel(?:le)?|combien|cuando|cuanto|quien|que|cual|quando|quanto|chi|wanneer|wie|hoeveel|wat|nar|vem|"
                    + "vad)\\b");

    /** Nothing but a greeting: "Caro" and "Chère" speak of no price. */
    private static final Pattern GREETING = Pattern.compile(
            "^\\W*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|caro|cara|car[oa]s|prezad[oa]s?|ola|oi|"
                    + "bom dia|boa (?:tarde|noite)|estimad[oa]s?|querid[oa]s?|hola|buen[oa]s (?:dias|tardes)|"
                    + "chere?s?|bonjour|bonsoir|salut|madame|monsieur|sehr geehrte[rn]?|liebe[rns]?|hallo|guten (?:tag|morgen|abend)|"
                    + "gruezi|moin|servus|gentile|egregi[oa]|ciao|buongiorno|beste|geachte|kare?|hej|hei)"
                    + "(?: [\\p{L}.'-]+){0,4} ?[,:!.-]?\\W*$");

    private Modes() {}

    static void set(Statement statement) {
        add(
                statement,
                Mode.QUESTION,
                statement.sentence.question()
                        || statement.has(ASKING) && statement.folded.length() < 140 && !statement.folded.contains(":"));
        add(statement, Mode.CONDITION, statement.has(CONDITION));
        add(statement, Mode.HEARSAY, statement.has(HEARSAY) || Tellers.strange(statement));
        add(statement, Mode.UNSURE, statement.has(UNSURE));
        add(
                statement,
                Mode.OFF_RECORD,
                statement.has(OFF_RECORD)
                        || statement.raw.length() < 50 && statement.has(GREETING) && !statement.sentence.question());
    }

    private static void add(Statement statement, Mode mode, boolean present) {
        if (present) {
            statement.modes.add(mode);
        }
    }
}
