package dev.windrose.intake.reading;

import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Two people tell opposite things of one account, or the author asks which of two reports is right: nothing of it is written, a person decides. */
final class Disputed {

    /** The author does not know which. */
    private static final Pattern WHICH = Pattern.compile(
            "\\b(?:which (?:\\w+ ){0,3}(?:figure|number|date|amount|price|version|value|one) (?:do|should|shall|can) (?:we|i) (?:book|take|use|enter|"
                    + "go with|put|believe|log|record)|which (?:is it|is right|is correct|one is (?:it|right|correct)|do we (?:book|take|use|go with|believe|enter)|"
                    + "of (?:them|the two) is (?:right|correct)|(?:version|number|date|figure|one) (?:is right|counts|do we))|"
                    + "who(?:'s| is) right|what(?:'s| is) (?:right|true|it (?:now|going to be))|can't both be|cannot both be|"
                    + "wer hat (?:denn )?recht|was (?:stimmt|gilt)(?: denn| nun| jetzt)?|welche[sr]? (?:zahl|datum|version|"
                    + "wert)? ?(?:stimmt|gilt|ist (?:es|richtig))|"
                    + "(?:log|enter|put|set|book|use|record) (?:in |on |down )?(?:it on |it for )?the (?:right|correct) (?:one|date|"
                    + "figure|number|amount|value|version|end|start|price)|"
                    + "(?:trag\\w*|setz\\w*|nimm|nehm\\w*) (?:\\w+ ){0,2}(?:das|die|den) (?:richtige\\w*|korrekte\\w*|"
                    + "stimmende\\w*) \\w+|(?:mets|mettez|note|notez|saisi\\w*) (?:le|la) bon(?:ne)? \\w+|"
                    + "(?:pon|anota|registra|apunta|coloca|poe|metti|segna) (?:el|la|o|a|il) (?:\\w+ )?(?:correct[oa]|buen[oa]|"
                    + "cert[oa]|giust[oa])|zet de juiste \\w+|"
                    + "qui a raison|lequel (?:est le bon|croire)|laquelle est la bonne|c'est quoi le bon|"
                    + "quien tiene razon|cual (?:es el (?:bueno|correcto)|vale|ponemos)|"
                    + "quem tem razao|qual (?:e o certo|vale|esta certo)|chi ha ragione|qual e (?:quello )?giusto|wie heeft gelijk|"
                    + "wat klopt)\\b");

    /** The author gives up on it. */
    private static final Pattern LOST = Pattern.compile(
            "\\b(?:can't make (?:sense|head or tail)|cannot make sense|makes no sense|doesn't add up|don't add up|(?:no idea|"
                    + "not sure|don't know|unsure|dunno) (?:who|whom|which|what) (?:to (?:believe|trust|go with|put|enter)|"
                    + "(?:of them )?is right|now (?:holds|applies))|beats me|contradict\\w*|"
                    + "(?:put|enter|log|write|take|use) (?:down )?(?:whatever|whichever|what(?:ever)?'s|what is) (?:is )?(?:right|"
                    + "correct|true)|werde (?:nicht|nicht mehr) schlau|weiss nicht,? (?:wem|was|welche\\w*) (?:ich glauben|stimmt|"
                    + "gilt)|wem (?:soll|darf) ich glauben|widersprechen sich|passt nicht zusammen|"
                    + "(?:je )?(?:ne )?sais (?:pas|plus) (?:qui|lequel|quoi) croire|c'est contradictoire|se contredisent|"
                    + "y comprends rien|no se (?:a quien|que|cual) creer|se contradicen|no (?:me )?cuadra|nao sei (?:em quem|no que|"
                    + "em qual) acreditar|se contradizem|nao bate|non so a chi credere|si contraddicono)\\b");

    private static final Pattern TELLS = Pattern.compile(
            "\\b(?:says?|said|told|tells|wrote|writes|mailed|emailed|texted|claims?|claimed|swears?|swore|insists?|mentioned|"
                    + "confirmed|confirms|promised|assured|"
                    + "sagt\\w*|schreibt|schrieb|meint\\w*|behauptet\\w*|schwort|zugesagt|versichert\\w*|versprochen|verspricht|dit|"
                    + "promet|promis|ecrit|affirme|jure|soutient|dice|dijo|escribio|jura|prometio|asegura|insiste|"
                    + "diz|disse|escreveu|prometeu|garante|dice|scrive|giura|zegt|schreef)\\b");
    private static final Pattern TURN = Pattern.compile(
            "\\b(?:but|yet|while|whereas|however|though|in the same breath|on the other hand|meanwhile|aber|dagegen|hingegen|wahrend|"
                    + "doch|mais|alors que|pero|mientras que|en cambio|mas|enquanto|ja (?:o|a)|ma|invece|maar)\\b|,");
    private static final Pattern FOR = Pattern.compile(
            "\\b(?:sign(?:ed|s|ing)?|go(?:es|ing)? ahead|is on|approved|paid|agreed|in the bag|confirmed|ok|okay|fine|staying|stays?|"
                    + "renew\\w*|unterschr\\w+|bezahlt|zugesagt|bleib\\w*|"
                    + "signe\\w*|paye\\w*|d'accord|restent?|firm\\w+|pag(?:o|ado|aron|aram|ou)|seguimos|siguen|aprob\\w+|assin\\w+|"
                    + "fechado|pronto|continuam|aprov\\w+|firmat\\w+|pagat\\w+)\\b");
    private static final Pattern AGAINST = Pattern.compile(
            "\\b(?:cancel\\w*|stopp?ed|pulled|off|not|never|open|unpaid|lost|withdr\\w+|no|nothing|hasn't|haven't|isn't|won't|"
                    + "leaving|quit\\w*|dead|storniert|gekundigt|nicht|offen|abgesagt|gestoppt|"
                    + "annule\\w*|pas|impaye\\w*|resili\\w+|cancel\\w+|no|pendiente|aun|abierto|baja|nao|aberto|desist\\w+|"
                    + "cancelaram|non|aperto|disdett\\w+)\\b");
    private static final Set<String> OPEN = Set.of("deal", "company", "project");

    private final Reading reading;

    Disputed(Reading reading) {
        this.reading = reading;
    }

    void ask() {
        if (reading.message.fromOutside()) {
            return;
        }
        for (int i = 0; i < reading.statements.size(); i++) {
            var statement = reading.statements.get(i);
            if ((statement.has(WHICH) || statement.has(LOST)) && i > 0 && !statement.part.passedOn()) {
                var told = reading.statements.subList(Math.max(0, i - 3), i + 1);
                boolean reports = told.stream().anyMatch(other -> other.has(TELLS))
                        || told.stream().mapToInt(other -> values(other)).sum() > 1;
                if (reports) {
                    open(told);
                }
            } else if (statement.has(WHICH) && statement.is(Mode.QUESTION) && !statement.part.passedOn()) {
                var told = reading.statements.subList(i, Math.min(reading.statements.size(), i + 3));
                if (told.stream().mapToInt(Disputed::values).sum() > 1
                        && told.stream().anyMatch(other -> other.has(TELLS))) {
                    open(told);
                }
            } else if (opposed(i)) {
                open(reading.statements.subList(Math.max(0, i - 1), i + 1));
            }
        }
    }

    private static int values(Statement statement) {
        return statement.moneys.size() + statement.dates.size() + statement.phones.size() + statement.mails.size();
    }

    /** One of the account's people says yes, another says no. */
    private boolean opposed(int at) {
        var tellers = new ArrayList<Teller>();
        for (int i = Math.max(0, at - 1); i <= at; i++) {
            var statement = reading.statements.get(i);
            statement.all(TELLS).forEach(verb -> teller(statement, verb).ifPresent(tellers::add));
        }
        for (int i = 1; i < tellers.size(); i++) {
            var one = tellers.get(i - 1);
            var other = tellers.get(i);
            boolean two = !one.name().equals(other.name())
                    && Objects.equals(one.statement().company, other.statement().company);
            if (two && turns(one, other) && (differ(one, other) || differ(other, one))) {
                return true;
            }
        }
        return false;
    }

    private record Teller(String name, Statement statement, Span verb) {}

    private static java.util.Optional<Teller> teller(Statement statement, Span verb) {
        return java.util.stream.Stream.of(statement.contacts, statement.people)
                .flatMap(List::stream)
                .filter(mention -> mention.span().end() <= verb.start()
                        && verb.start() - mention.span().end() < 22)
                .max(java.util.Comparator.comparingInt(mention -> mention.span().end()))
                .map(mention -> new Teller(mention.record().name(), statement, verb))
                .or(() -> unnamed(statement, verb));
    }

    /** "His brother writes": somebody of theirs without a name. */
    private static java.util.Optional<Teller> unnamed(Statement statement, Span verb) {
        var match = THEIRS.matcher(statement.before(verb, 40));
        return match.find()
                ? java.util.Optional.of(new Teller(match.group(1), statement, verb))
                : java.util.Optional.empty();
    }

    private static final Pattern THEIRS = Pattern.compile(
            "\\b(?:his|her|their|sein\\w*|ihr\\w*|son|sa|leur|su|seu|sua|suo|zijn|haar|the|der|die|le|la|el|o|a) ((?:brother|sister|"
                    + "wife|husband|partner|boss|colleague|assistant|secretary|cfo|ceo|coo|cto|director|manager|owner|lawyer|buyer|"
                    + "accountant|finance|procurement|legal|bruder|schwester|chefin?|"
                    + "kollegin?|kollege|assistentin?|einkauf\\w*|buchhaltung|frere|soeur|chef\\w*|patron\\w*|collegue|assistante?|"
                    + "comptable|directeur|directrice|herman[oa]|jef[ea]|compa[nñ]er[oa]|director\\w*|gerente|irmao|irma|chefe|"
                    + "colega|diretor\\w*|socio|socia)(?: of [\\p{L}]+)?)(?: (?:d(?:ela|ele|eles|e ela)|"
                    + "de [\\p{L}]+))?(?: \\([^)]*\\))? (?:just |then |now |dann |aber |que )?$");

    private boolean turns(Teller one, Teller other) {
        return one.statement() != other.statement()
                || TURN.matcher(one.statement()
                                .between(one.verb().end(), other.verb().start()))
                        .find();
    }

    private static boolean differ(Teller yes, Teller no) {
        return FOR.matcher(said(yes, no)).find()
                && !AGAINST.matcher(said(yes, no)).find()
                && AGAINST.matcher(said(no, yes)).find();
    }

    /** What the one says, up to where the other begins. */
    private static String said(Teller teller, Teller other) {
        int end = teller.statement() == other.statement()
                        && other.verb().start() > teller.verb().start()
                ? other.verb().start()
                : teller.statement().span().end();
        return teller.statement().between(teller.verb().end(), end);
    }

    private void open(List<Statement> told) {
        var companies = told.stream()
                .map(statement -> statement.company)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        for (var draft : reading.drafts) {
            boolean here = told.stream()
                    .anyMatch(statement -> statement.span().start() <= draft.evidence.start()
                            && draft.evidence.start() < statement.span().end());
            draft.withdrawn |= here && OPEN.contains(draft.entity);
        }
        reading.intents.add("update_record");
        reading.intents.remove("ask_question");
        reading.answer = null;
        var words = told.stream()
                .map(statement -> "\"" + statement.raw.strip() + "\"")
                .toList();
        reading.ask("The reports differ: " + String.join(" ", words) + " Which is right?", companies);
    }
}
