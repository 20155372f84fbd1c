package dev.windrose.intake.reading;

import java.util.List;
import java.util.regex.Pattern;

/** What the author says of the whole of it: that it is a joke, that it is old, or that it was too early to say. */
final class Hedges {

    private static final Pattern JOKE = Pattern.compile(
            "\\b(?:april ?fools?'?(?: day)?|(?:happy )?1st of april joke|just kidding|only kidding|i kid\\b|"
                    + "(?:it's|it is|that's|that was|this is|was) (?:just |only |all )?(?:a joke|a prank|satire|made up)|"
                    + "(?:check|look at|mind|note|see) (?:today's|the|your) (?:date|calendar)(?! of| for| we| on| in| with)|"
                    + "april,? april|aprilscherz|(?:nur |bloss |war )?(?:ein )?scherz(?:haft)?(?= ?(?:$|[.,!);]))|(?:nur |war "
                    + "(?:nur )?)(?:ein )?(?:spass|witz)\\b|"
                    + "poisson d'avril|je (?:plaisante|rigole|blague|deconne)|c'est (?:une blague|pour rire)|"
                    + "(?:es|era) (?:una )?broma|(?:una )?inocentada|estoy de broma|dia de los inocentes|"
                    + "primeiro de abril(?=[ !.,)]*$)|(?:e|era|foi) (?:so )?(?:uma )?(?:brincadeira|zoeira)|(?:to|estou) brincando|"
                    + "pesce d'aprile|(?:e|era) uno scherzo|sto scherzando|grapje|aprilskamt)\\b");
    /** What stands before it has been overtaken. */
    private static final Pattern OVERTAKEN = Pattern.compile(
            "\\b(?:old (?:hat|news|story)|ancient history|(?:yesterday's|last year's) news|water under the bridge|"
                    + "(?:we(?:'ve| have)?|have|had) (?:long )?(?:since )?(?:talked|spoken|met|moved on|updated|dealt with (?:it|that))(?: "
                    + "\\w+){0,3} since|(?:things |that |it )?(?:has|have) (?:all )?moved on(?: since)?|(?:since |long )?superseded|"
                    + "overtaken by events|no longer (?:current|up to date|valid|the case|true)|out of date|"
                    + "(?:that|this|it)(?:'s| is| was) (?:all )?(?:outdated|obsolete|stale|history|long (?:over|gone|past))|"
                    + "(?:already )?(?:dealt with|covered|handled|entered|in the (?:crm|record|system)) (?:long ago|ages ago|back then|"
                    + "weeks ago|months ago)|schnee von gestern|kalter kaffee|langst (?:uberholt|vorbei|erledigt|geklart|"
                    + "eingetragen|passe)|(?:ist |sind )?uberholt|nicht mehr aktuell|hat sich (?:langst |inzwischen )?uberholt|"
                    + "c'est (?:de l'histoire ancienne|depasse|du passe|perime)|plus d'actualite|"
                    + "(?:eso )?(?:ya )?(?:es|son) agua pasada|ya (?:no es actual|esta superado|paso a la historia)|"
                    + "(?:isso )?(?:ja )?(?:e|sao) aguas passadas|ja (?:passou|esta ultrapassado|era)\\b(?= ?[,.!)]| ?$)|"
                    + "acqua passata|storia vecchia|oud nieuws|gammal skapmat)\\b");
    /** Notes of another time are gone through. */
    private static final Pattern OLD_BOOK = Pattern.compile(
            "\\b(?:(?:clean(?:ing|ed)|clear(?:ing|ed)|tidy(?:ing)?|tidied|sort(?:ing|ed)|go(?:ing)?|went|leaf(?:ing|ed)|flick(?:ing|"
                    + "ed)|dig(?:ging)?|dug) (?:out |up |through |into )*(?:my |the |some |an )?(?:old )?(?:notebook|note ?pad|notes|"
                    + "drawer|desk|archive|diary|inbox|papers)|(?:found|came across|dug up|stumbled (?:on|over|across)) (?:this|these|it|"
                    + "that|a note|some notes)?\\b[^.;:]{0,20}\\b(?:in|from|on) (?:my |the |an )?(?:old |last year's )(?:notes|notebook|"
                    + "files?|papers|pad|diary|mails?|inbox))\\b");
    /** It was said too early. */
    private static final Pattern TOO_EARLY = Pattern.compile(
            "^\\W*(?:oh |ah |ach |hm+ |no|nope|nein|non|nao|wait|sorry|ok|well|actually|but|aber|mais|pero|mas|und|[,.! -])*"
                    + "(?:hold (?:the|your|that|off|on)(?: (?:champagne|horses|fire|press(?:es)?|thought|applause|fireworks|the|on|phone))*|"
                    + "not so fast|spoke too soon|(?:i )?(?:jumped|was jumping) the gun|too (?:early|soon) to (?:celebrate|cheer)|"
                    + "scratch that|correction|put the (?:champagne|bubbly) back|zu fruh gefreut|moment(?: mal)?|halt(?: stopp)?|"
                    + "stopp?|kommando zuruck|trop tot|fausse joie|on se calme|attendez?|espera|esperen|alto|calma|calma ai|"
                    + "un momento|aspetta|wacht(?: even)?)(?=[ ,.:;!-])");

    private static final Pattern IT_IS = Pattern.compile(
            "\\b(?:that|this|it|das|es|ca|c'|eso|esto|isso|isto|era|questo) ?(?:'s|s|is|was|were|ist|war|est|"
                    + "etait|es|era|fue|e|foi)\\b|^[^:]{0,60}: ?(?:that|it|das|es|ca|c'est|eso|es|isso|e) ");

    private Hedges() {}

    static void set(Reading reading) {
        if (reading.message.fromOutside()) {
            return;
        }
        var statements = reading.statements;
        for (int i = 0; i < statements.size(); i++) {
            var statement = statements.get(i);
            if (statement.part.passedOn() || statement.is(Mode.QUESTION)) {
                continue;
            }
            if (statement.has(JOKE)) {
                upTo(statements, i, Mode.OFF_RECORD);
            }
            if (statement.has(OVERTAKEN) && (i > 0 || statement.moneys.isEmpty())) {
                upTo(statements, i, Mode.OFF_RECORD);
            }
            if (statement.has(OLD_BOOK)) {
                statements.subList(i, statements.size()).stream()
                        .filter(later -> later.part == statement.part)
                        .forEach(later -> later.modes.add(Mode.STALE));
            }
            if (i > 0 && statement.has(TOO_EARLY) && statement.has(IT_IS)) {
                NotForRecord.sentence(statements, i);
            }
        }
    }

    /** What stands before it of the same account, and itself. */
    private static void upTo(List<Statement> statements, int at, Mode mode) {
        var statement = statements.get(at);
        for (int i = at; i >= 0; i--) {
            var before = statements.get(i);
            boolean other =
                    before.company != null && statement.company != null && !before.company.sameAs(statement.company);
            if (before.part != statement.part || other) {
                return;
            }
            before.modes.add(mode);
        }
    }
}
