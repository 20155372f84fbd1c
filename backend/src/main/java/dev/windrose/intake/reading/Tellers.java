package dev.windrose.intake.reading;

import dev.windrose.llm.language.JobTitles;
import dev.windrose.llm.language.Span;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who is said to tell what a statement holds, and whether they can know: the account's own people and ours can, a friend, a stranger or the press cannot. */
final class Tellers {

    /** Words of telling and of holding true, with who tells before them. */
    private static final Pattern REPORTS = Pattern.compile(
            "\\b(?:says?|said|told|tells|claims?|claimed|mention(?:s|ed)|hint(?:s|ed)|swears?|swore|insists?|insisted|reports?|"
                    + "reported|wrote|writes|posted|"
                    + "thinks?|thought|believes?|believed|reckons?|guess(?:es|ed)|assum(?:es|ed)|expects?|(?:is|are|was|were|'s|"
                    + "'re) (?:\\w+ )?(?:sure|convinced|certain|positive)|"
                    + "sagt\\w*|meint\\w*|glaubt\\w*|denkt|behauptet\\w*|schreibt|schrieb|erzahlt\\w*|vermutet\\w*|ist (?:sich )?sicher|"
                    + "dit|disait|pense|croit|raconte|affirme|pretend|"
                    + "dice|dijo|cree|piensa|cuenta|conto|asegura|"
                    + "diz|disse|acha|pensa|acredita|contou|garante|dice|crede|zegt|denkt)\\b");

    private static final Pattern ACCORDING = Pattern.compile(
            "\\b(?:according to|as per|laut|gemass|selon|d'apres|segun|segundo|secondo|volgens) ([^,.;:]{2,40})");
    /** "... told me by", "was told by": who told it comes after. */
    private static final Pattern BY = Pattern.compile(
            "\\b(?:was|were|been|been|got|am) (?:told|informed|tipped off)(?: this)?(?: (?:by|from) ([^,.;:]{2,40}))?|"
                    + "\\bheard (?:it |this |that )?(?:from|via|through|over) ([^,.;:]{2,40})"
                    + "|\\b(?:hat|haben|hatte) (?:mir |uns )?((?:ein|eine|einer|jemand|irgend\\w*|mein|"
                    + "meine)\\b[^,.;:]{0,40}) (?:erzahlt|gesagt|gesteckt|verraten)");
    /** Belief, which even those who can know only hold. */
    private static final Pattern BELIEF = Pattern.compile(
            "\\b(?:thinks?|thought|believes?|believed|reckons?|guess(?:es|ed)?|assum(?:es|ed)|expects?|sure|convinced|certain|"
                    + "positive|hopes?|"
                    + "meint\\w*|glaubt\\w*|denkt|vermutet\\w*|sicher|hofft|pense|croit|espere|cree|piensa|acha|pensa|acredita|crede)\\b");

    private static final Pattern STRANGER = Pattern.compile(
            "(?:^|\\b(?:and|but|so|that|then|also) |[,;:(-] ?)(?:just )?(?:(?:a|an|some|another|one of (?:my|our|the)|someone|"
                    + "somebody|anyone|everyone|everybody|people|folks|rumou?rs?|word|"
                    + "my(?! (?:contact|champion|counterpart|guy|sponsor|main))|ein|eine|einer|jemand|irgendwer|irgendjemand|mein|"
                    + "meine|leute|"
                    + "un|une|quelqu'un|mon|ma|des gens|on|una|alguien|mi(?=\\s)|uno|um|uma|alguem|meu|minha|qualcuno|iemand|een)\\b"
                    + "|(?:the|our|der|die|unser\\w*|le|la|notre|el|nuestr[oa]|o|nosso) (?:\\w+ )?(?:press|papers?|newspapers?|media|"
                    + "news|internet|web|linkedin|twitter|grapevine|"
                    + "gossip|competitors?|competition|rivals?|partners?|resellers?|recruiters?|headhunters?|consultants?|"
                    + "journalists?|drivers?|"
                    + "neighbou?rs?|suppliers?|distributors?|presse|zeitung|konkurrenz|mitbewerber|partner|handler|berater|nachbar|"
                    + "presse|concurrent\\w*|partenaire|revendeur|prensa|competencia|socio|distribuidor|imprensa|concorrente|"
                    + "parceiro|revendedor)\\b"
                    + "|linkedin|twitter|facebook|xing|presse|zeitung)");
    private static final Pattern OF_THEIRS = Pattern.compile(
            "\\b(?:their|his|her|theirs|hers|our contact|our champion|ihr\\w*|sein\\w*|leur|leurs|sa|son|su|sus|seu|sua|"
                    + "the (?:client|customer|buyer|account|board|"
                    + "team|legal|procurement|finance|kunde|client))\\b(?! (?:competitor|rival|supplier|neighbou?r|landlord|partner|"
                    + "reseller|former|ex-))");

    /** Who sent them to us is not who is spoken of. */
    private static final Pattern REFERRER = Pattern.compile(
            "\\b(?:(?:referred|recommended|introduced|sent|passed on)(?: to us)? by|(?:referral|recommendation|introduction|"
                    + "intro) (?:from|by|via)|"
                    + "empfohlen (?:von|durch)|(?:auf )?empfehlung (?:von|durch|der|des)|vermittelt (?:von|durch)|recommandee?s? par|"
                    + "adressee?s? par|sur recommandation d[eu]|"
                    + "(?:recomendad|referid|derivad|indicad)[oa]s? (?:por|pel[oa])|recomendacion de|indicacao d[aeo]|segnalat[oa] da|"
                    + "consigliat[oa] da) (?:the |our |der |die |den |das |la |le |el |os? |as? |l')?$");

    private Tellers() {}

    static boolean referrer(Statement statement, Span name) {
        return REFERRER.matcher(statement.before(name, 40)).find();
    }

    /** Is it told by somebody who does not speak for the account, nor for us? */
    static boolean strange(Statement statement) {
        for (var report : statement.all(REPORTS)) {
            if (strange(statement, subject(statement, report))) {
                return true;
            }
        }
        return named(statement, ACCORDING) || named(statement, BY);
    }

    private static boolean named(Statement statement, Pattern pattern) {
        var match = pattern.matcher(statement.folded);
        while (match.find()) {
            boolean any = false;
            for (int group = 1; group <= match.groupCount(); group++) {
                if (match.group(group) != null) {
                    any = true;
                    var span = new Span(
                            statement.span().start() + match.start(group),
                            statement.span().start() + match.end(group));
                    if (strange(statement, span)) {
                        return true;
                    }
                }
            }
            if (!any) {
                return true;
            }
        }
        return false;
    }

    /** What stands before the word of telling, back to the beginning of its clause. */
    private static Span subject(Statement statement, Span report) {
        int from = Math.max(statement.clause(report).start(), report.start() - 60);
        return new Span(from, report.start());
    }

    private static boolean strange(Statement statement, Span teller) {
        var words = statement.between(teller.start(), teller.end());
        if (!STRANGER.matcher(words).find() || OF_THEIRS.matcher(words).find() || JobTitles.isTitle(words.strip())) {
            return false;
        }
        return Stream.of(statement.contacts, statement.people)
                        .flatMap(List::stream)
                        .noneMatch(mention -> teller.overlaps(mention.span()))
                && statement.strangers.stream().noneMatch(person -> teller.overlaps(person.span()));
    }

    /** Somebody is said to believe it: that it is so is not told. */
    static boolean believed(Statement statement, Span place) {
        var clause = statement.clause(place);
        return GUESS.matcher(statement.between(clause.start(), place.start())).find()
                || BELIEF.matcher(statement.between(clause.start(), place.start()))
                        .find();
    }

    private static final Pattern GUESS = Pattern.compile(
            "\\b(?:i|we) (?:\\w+ )?(?:think|thought|guess|believe|suspect|assume|assumed|reckon|suppose|presume|imagine|bet|feel)\\b|"
                    + "\\b(?:my (?:guess|gut|hunch|feeling|bet)|gut feeling|seems?|seemed|looks like|sounds like|feels like|"
                    + "as good as|all but|almost|nearly|basically|practically|just a formality|a matter of (?:days|time|hours)|"
                    + "probably|presumably|likely|must have|should have|bound to|"
                    + "ich (?:glaube|denke|schatze|vermute|nehme an|tippe)|wohl|wahrscheinlich|vermutlich|scheint|so gut wie|quasi|"
                    + "fast (?:schon )?|beinahe|"
                    + "je (?:crois|pense|suppose)|j'imagine|sans doute|probablement|il semble|on dirait|quasiment|presque|une question de|"
                    + "creo que|supongo|imagino|probablemente|seguramente|parece|practicamente|casi|a punto de|cuestion de|"
                    + "acho que|suponho|imagino|provavelmente|praticamente|quase|prestes a|questao de|credo|penso|suppongo|"
                    + "probabilmente|sembra|"
                    + "ik denk|waarschijnlijk|zo goed als)\\b");
}
