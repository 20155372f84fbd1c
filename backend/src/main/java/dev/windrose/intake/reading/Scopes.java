package dev.windrose.intake.reading;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** What one statement says of another: that it is hearsay, unsure, taken back, or not to be recorded. */
final class Scopes {

    private static final Pattern DOUBTED = Pattern.compile(
            "\\b(?:no idea (?:if|whether)|not (?:yet )?confirmed|unconfirmed|to be confirmed|tbc|need(?:s)? confirm\\w*|"
                    + "(?:might|may|could) be wrong|"
                    + "grain of salt|pinch of salt|second[- ]?hand|don't quote me|can't verify|cannot verify|just (?:gossip|"
                    + "a rumou?r|talk)|"
                    + "(?:only|just|still|it's|that's|its|thats|total|pure|sheer|complete|mere|all|big) (?:a )?(?:rumou?r|guess\\w*|"
                    + "gossip|hearsay)|nothing official|"
                    + "not official|not sure (?:if|whether|that's|it's|about that)|"
                    + "keine ahnung ob|nicht bestatigt|unbestatigt|nur ein gerucht|noch nicht offiziell|nicht offiziell|"
                    + "pas confirme|a confirmer|rien d'officiel|"
                    + "sin confirmar|por confirmar|nada oficial|nao confirmado|a confirmar|nao e oficial|non confermato|"
                    + "da confermare|niet bevestigd|ej bekraftat)\\b");
    private static final Pattern RETRACTED = Pattern.compile(
            "^\\W*(?:oh |ah |hm+ |sorry,? |ups,? |oops,? |wait,? |no,? |ok |and |so |pls |please |bitte )*(?:forget (?:that|it|"
                    + "this|about|what i)|scratch (?:that|this|it|the)|"
                    + "strike (?:that|this)|scrap (?:that|this)|never ?mind|nvm|disregard|ignore (?:that|this|it|my|the (?:last|"
                    + "above))|false alarm|"
                    + "(?:that|this|it) (?:was|is) (?:wrong|not true|a mistake|a joke|nonsense|for another|about another)|"
                    + "wrong (?:chat|channel|account|deal|company|thread|one)|"
                    + "my mistake|my bad|i (?:mixed|was wrong|misread|misheard)|vergiss|vergesst|fehlalarm|falsch(?:er|e|"
                    + "es)? (?:chat|kanal|kunde|alarm)|war (?:falsch|ein irrtum|quatsch)|"
                    + "oublie\\w*|laisse\\w* tomber|fausse alerte|je me suis tromp\\w*|olvid\\w+|falsa alarma|me equivoque|"
                    + "esquec\\w+|alarme falso|me enganei|lascia perdere|falso allarme)\\b");
    /** "Sorry, that was the other one's sheet": what was said belongs elsewhere or nowhere. */
    private static final Pattern MIXED_UP = Pattern.compile(
            "(?:^\\W*|[,;.-] ?|\\b(?:so|and|but|please|pls) )(?:forget (?:it|that|this|what i)|scratch that|strike that|never ?mind|"
                    + "nvm|ignore (?:that|this|it)|disregard (?:that|this|it)|vergiss (?:es|das)|oublie\\w* (?:ca|cela)|olvidal[oa]|"
                    + "esquece isso|lascia stare)\\W*$|"
                    + "^\\W*(?:oh |ah |hm+ |sorry,? |ups,? |oops,? |wait,? |no,? |ach |nein,? |pardon,? |perdon,? |desculpa,? |"
                    + "scusa,? )+(?:that|this|it|das|ca|c'|eso|esto|isso|era) ?(?:'s|s|was|were|is|war|ist|etait|era|fue|foi|"
                    + "e) (?:actually |really |eigentlich )?"
                    + "(?:for |about |from |of |meant for |fur |von |pour |para |do |da |de )?(?:\\p{L}[\\p{L}'&. -]{1,40}(?:'s|s') |"
                    + "the other |another |somebody else|someone else|wrong |der andere|l'autre|otr[oa]|outr[oa])");

    /** "Oh sorry, that was Somebody": what was said before is not of the one it was said of. */
    private static final Pattern CORRECTED = Pattern.compile(
            "^\\W*(?:oh |ah |hm+ |sorry,? |ups,? |oops,? |wait,? |no,? |ach |nein,? |pardon,? |perdon,? |desculpa,? |"
                    + "scusa,? )+(?:(?:that|this|it|das|ca|c'|eso|esto|isso) ?(?:'s|s|was|were|is|war|ist|etait|est|era|fue|foi|e)|era|"
                    + "fue|foi) ");

    private static final Pattern TURNED = Pattern.compile(
            "^\\W*(?:(?:oh|ah|ach|hm+|ups|oops|sorry|ay|ops|oh la),? )?(?:actually,? no|no,? wait|wait,? no|on second thoughts?|"
                    + "hold on,? no|or no|nein,? doch nicht|doch nicht|"
                    + "moment,? nein|finalement non|non,? en fait|mejor no|no,? espera|melhor nao|nao,? espera|anzi no)\\b");
    /** "Do not log it": it, this or nothing named. */
    private static final Pattern UNRECORDED = Pattern.compile(
            "\\b(?:do not|don't|dont|never|not to be|shouldn't|must not|nothing to|nicht|nichts|ne|no lo|"
                    + "nao) (?:[\\p{L}']+ ){0,2}?(?:log|logged|record|recorded|enter|entered|put|note|write|update|updated|touch|"
                    + "eintragen|erfassen|notieren|anlegen|saisir|noter|enregistrer|registr\\w+|anot\\w+|apuntes?|"
                    + "lanc\\w+)\\b(?: (?:it|this|that|anything|any of (?:it|this|that)|das|es|ca|cela|esto|eso|nada|isso))?"
                    + "(?: (?:yet|for now|noch|ainda|todavia|encore|anywhere))?(?: (?:into|in|im|ins|dans|en|no|to) (?:the |le |"
                    + "el |o )?(?:crm|system|record|log|cal\\w*))?\\W*(?:$|[,:]|until|till|before|bis|hasta|ate|avant|please|"
                    + "pls|because|as |since|but|he|she|they|we|i )");

    private static final Pattern FIELD = Pattern.compile(
            "\\b(?:amount|price|value|date|stage|title|name|phone|number|owner|health|status|contact|betrag|preis|datum|phase|"
                    + "montant|prix|fecha|importe|valor|data)\\b");

    /** "Heard from somebody (!!) that ...": what was cut off is still told by the same one. */
    private static final Pattern GOES_ON = Pattern.compile("^\\W*(?:that|dass|daß|que|qu'|che|dat|att|at|how|wie) ");

    /** What somebody else says, and the author does not answer for. */
    private static final Pattern WORTH = Pattern.compile(
            "\\b(?:(?:take it )?for what (?:it|that)(?:'s| is) worth|that(?:'s| is) (?:their|his|her) (?:tale|story|version|claim|"
                    + "side of (?:it|things))|(?:or )?so (?:they|he|she) (?:says?|claims?)|make of (?:it|that) what you will|"
                    + "(?:if|whether) (?:that|it)(?:'s| is) true|ohne gewahr|(?:glaub|glaubt) (?:es )?wer will|sagt (?:er|"
                    + "sie) jedenfalls|sans garantie|je n'en sais pas plus|sin garantia|si es verdad|sem garantia|se e verdade|"
                    + "vale o que vale|per quel che vale)\\b");

    private static final Pattern THEN = Pattern.compile(
            "^\\W*(?:and |but |only |und |et |y |e |ou |or )?(?:then(?! (?:we|i) (?:met|spoke|talked))|in that case|if so|if not|"
                    + "otherwise|or else|dann|in dem fall|sonst|andernfalls|alors|dans ce cas|sinon|"
                    + "entonces|en ese caso|si no|entao|nesse caso|senao|allora|in tal caso|altrimenti|anders|annars|ellers)\\b");
    /** Another verb of the same subject. */
    private static final Pattern SAME_SUBJECT = Pattern.compile(
            "^\\W*(?:and|und|et|y|e|en|och|og|plus) (?:also |then |even |auch |aussi |tambien |tambem )?(?!i\\b|we\\b|they\\b|he\\b|"
                    + "she\\b|it\\b|you\\b|the\\b|a\\b|an\\b|our\\b|their\\b|his\\b|her\\b|my\\b|this\\b|that\\b|"
                    + "ich\\b|wir\\b|sie\\b|er\\b|es\\b|der\\b|die\\b|das\\b|je\\b|j'|nous\\b|il\\b|elle\\b|ils\\b|on\\b|le\\b|la\\b|"
                    + "les\\b|el\\b|los\\b|eles\\b|ele\\b|ela\\b|o\\b|os\\b|as\\b)(\\p{L}{2,})");

    private Scopes() {}

    static void set(Reading reading) {
        var statements = reading.statements;
        MendedValues.set(reading);
        NotForRecord.set(reading);
        Hedges.set(reading);
        for (int i = 0; i < statements.size(); i++) {
            var statement = statements.get(i);
            afterthought(statements, i);
            if (reading.message.fromOutside() && statement.part.kind() == Part.Kind.OWN) {
                continue;
            }
            headed(reading, i);
            if (i > 0 && statement.has(GOES_ON) && statements.get(i - 1).is(Mode.HEARSAY)) {
                statement.modes.add(Mode.HEARSAY);
            }
            boolean bare = statement.moneys.isEmpty()
                    && statement.dates.isEmpty()
                    && statement.phones.isEmpty()
                    && statement.mails.isEmpty();
            boolean own = !statement.companies.isEmpty();
            if (bare && !own && i > 0 && statement.raw.length() < 90 && statement.has(DOUBTED)) {
                back(statements, i, Mode.HEARSAY, false);
            }
            if (i > 0) {
                takenBack(statements, i, bare);
            }
            if (statement.has(UNRECORDED) && statement.products.isEmpty() && !own && !statement.has(FIELD)) {
                unrecorded(statements, i, bare);
            }
        }
    }

    /** "I told him no, don't log that" speaks of itself; a bare remark speaks of what stands before it, or of what follows. */
    private static void unrecorded(List<Statement> statements, int at, boolean bare) {
        var statement = statements.get(at);
        statement.modes.add(Mode.OFF_RECORD);
        boolean itself = statement
                .find(UNRECORDED)
                .filter(place -> place.start() - statement.span().start() > BEHIND * 3)
                .isPresent();
        if (!itself && at > 0) {
            back(statements, at, Mode.OFF_RECORD, bare);
        } else if (!itself) {
            forth(statements, at);
        }
    }

    /** Behind a comma it is said how what stands before it is meant; a condition holds for what follows from it. */
    private static void afterthought(List<Statement> statements, int at) {
        var statement = statements.get(at);
        if (statement.has(WORTH)) {
            int i = at;
            statement.modes.add(Mode.HEARSAY);
            while (i > 0 && NotForRecord.joined(statements.get(i - 1), statements.get(i))) {
                statements.get(--i).modes.add(Mode.HEARSAY);
            }
        }
        if (at > 0 && statements.get(at - 1).is(Mode.CONDITION) && consequence(statements.get(at - 1), statement)) {
            statement.modes.add(Mode.CONDITION);
        }
        if (at > 0 && statement.is(Mode.CONDITION) && coordinated(statements.get(at - 1), statement)) {
            statements.get(at - 1).modes.add(Mode.CONDITION);
        }
    }

    /** "If A, they sign the one and take the other": the condition holds for the second as well, and for "then they'd ..." behind it. */
    private static boolean consequence(Statement before, Statement statement) {
        var next = SAME_SUBJECT.matcher(statement.folded);
        return statement.has(THEN) && statement.part == before.part
                || next.find()
                        && NotForRecord.joined(before, statement)
                        && !Character.isUpperCase(statement.raw.charAt(next.start(1)));
    }

    /** "They go to 40 and sign in May, provided that": what stands behind both holds for both. */
    private static boolean coordinated(Statement before, Statement statement) {
        var cue = statement.find(Modes.CONDITION);
        return cue.filter(place -> place.start() - statement.span().start() > BEHIND
                                && statement.before(place, 3).matches(".*[,(-] ?"))
                        .isPresent()
                && SAME_SUBJECT.matcher(statement.folded).find()
                && NotForRecord.joined(before, statement);
    }

    private static final int BEHIND = 10;

    /** What is said here takes back what was said right before. */
    private static void takenBack(List<Statement> statements, int at, boolean bare) {
        var statement = statements.get(at);
        var before = statements.get(at - 1);
        if (statement.is(Mode.OFF_RECORD)) {
            return;
        }
        boolean own = !statement.companies.isEmpty();
        boolean same = Objects.equals(statement.company, before.company);
        if (bare && statement.raw.length() < 90 && (!own && statement.has(RETRACTED) || statement.has(MIXED_UP))) {
            if (!own || same) {
                statement.modes.add(Mode.OFF_RECORD);
            }
            back(statements, at, Mode.OFF_RECORD, false);
        }
        boolean turned = statement.has(TURNED) && before.moneys.isEmpty() && before.dates.isEmpty();
        if (turned || own && !same && statement.has(CORRECTED)) {
            back(statements, at, Mode.OFF_RECORD, false);
        }
    }

    /** A head such as "goals:" or "old notes" says how what follows is meant. */
    private static void headed(Reading reading, int at) {
        var statement = reading.statements.get(at);
        if (statement.has(Polarity.AIM)) {
            along(reading, at);
        }
        if (statement.has(OLD_NOTES) && !reading.message.fromOutside()) {
            reading.statements.subList(at, reading.statements.size()).stream()
                    .filter(later -> later.part == statement.part && !later.has(NOW))
                    .forEach(later -> later.modes.add(Mode.STALE));
        }
    }

    /** What was cut from one sentence is meant in one way. */
    private static void along(Reading reading, int from) {
        var statements = reading.statements;
        for (int i = from + 1; i < statements.size(); i++) {
            var gap = reading.text()
                    .substring(
                            statements.get(i - 1).span().end(),
                            statements.get(i).span().start());
            if (gap.matches("(?s).*[.!?;\\n].*") || statements.get(i - 1).raw.matches("(?s).*[.!?]$")) {
                return;
            }
            statements.get(i).modes.add(Mode.UNSURE);
        }
    }

    private static final Pattern OLD_NOTES = Pattern.compile(
            "\\b(?:(?:old|earlier|ancient|dusty) notes|notes (?:from|of) (?:back in |last |my )?(?:the )?(?:jan|feb|mar|apr|may|jun|"
                    + "jul|aug|sep|oct|nov|dec|\\d|spring|summer|autumn|winter|year)\\w*|found (?:my|the|some) (?:old )?notes|"
                    + "alte notizen|notizen (?:von|vom|aus) (?:januar|februar|marz|april|mai|juni|juli|august|september|oktober|"
                    + "november|dezember|letzte\\w*|\\d)|vieilles notes|notas (?:viejas|antiguas)|anotacoes antigas|vecchi appunti)\\b");
    private static final Pattern NOW = Pattern.compile(
            "\\b(?:now|today|this morning|yesterday|jetzt|heute|gestern|maintenant|aujourd'hui|hier|ahora|hoy|ayer|agora|hoje|ontem)\\b");

    /** Back to the last change of account, or only to the statement right before. */
    private static void back(List<Statement> statements, int from, Mode mode, boolean all) {
        var company = statements.get(from - 1).company;
        for (int i = from - 1; i >= 0; i--) {
            var before = statements.get(i);
            boolean same = company == null ? before.company == null : company.sameAs(before.company);
            if (!same || before.part != statements.get(from).part) {
                return;
            }
            before.modes.add(mode);
            if (!all) {
                return;
            }
        }
    }

    private static void forth(List<Statement> statements, int from) {
        for (int i = from + 1; i < statements.size(); i++) {
            if (statements.get(i).part != statements.get(from).part) {
                return;
            }
            statements.get(i).modes.add(Mode.OFF_RECORD);
        }
    }
}
