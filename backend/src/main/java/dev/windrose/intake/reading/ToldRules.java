package dev.windrose.intake.reading;

import dev.windrose.context.amend.Stated;
import dev.windrose.context.amend.Stated.Weight;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds statements of a colleague about our own rules, prices, hours and messages. What a customer says of their own company, what somebody
 * else wrote, what is asked, hoped, supposed, told of the past or heard is none.
 */
public final class ToldRules {

    private static final Pattern OURS = Pattern.compile(
            "\\b(?:we|our|ours|us|wir|unser\\w*|uns|nous|notre|nos|nosotros|nosotras|nuestr\\w+|noss[oa]s?)\\b");
    /** Everybody here is spoken of, or somebody is told what has to be. */
    private static final Pattern NORM = Pattern.compile(
            "\\b(?:employees?|staff|colleagues|everybody|everyone|nobody|kolleg\\w+|mitarbeit\\w+|beschaftigte\\w*|jeder|alle|salaries?|"
                    + "employes?|tous|empleados?|todos|(?:may|must|need|needs|has to|have to|is to|are to|not allowed|only)|durf\\w+|darf|muss|"
                    + "mussen|braucht|brauchen|doit|doivent|peuvent|debe\\w*|pueden)\\b");
    /** From now on it is so. */
    private static final Pattern CHANGE = Pattern.compile(
            "\\b(?:now|from now on|as of|effective|starting|from(?= (?:today|tomorrow|next|january|february|march|april|may|june|july|august|"
                    + "september|october|november|december|monday|\\d))|no longer|(?:not|\\w+n't) .{1,60} any ?more|no more|instead of|"
                    + "goes (?:up|down) to|(?:raised?|lower(?:ed)?|cut|reduced?|increased?|changed?|moved?|set|switched)\\b.{0,40} to|was \\d|"
                    + "jetzt|nun|ab(?= (?:sofort|heute|morgen|dem|januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|"
                    + "dezember|\\d))|kunftig|in zukunft|ab sofort|nicht mehr|steig\\w+ .{0,40}auf|sink\\w+ .{0,40}auf|statt|"
                    + "desormais|dorenavant|a partir d[eu']|ne .{1,30} plus|ahora|a partir del?|ya no|"
                    + "agora|nao .{1,30} mais)\\b");
    /** What is to be written down as a rule, or which text is to be another. */
    private static final Pattern ORDER = Pattern.compile(
            "\\b(?:(?:new|standing|house|updated) (?:\\w+ )?(?:rule|policy|guideline|tagline|headline|slogan|claim|price list|motto)|"
                    + "new for [^:]{3,40}(?=:)|"
                    + "(?:make|set|add|put|note|write) (?:that|this|it)\\b.{0,30}\\b(?:policy|policies|rules?|playbook|guidelines?|price list|handbook)|"
                    + "(?:update|change|amend|replace|swap)\\b.{0,30}\\b(?:policy|policies|rules?|headline|tagline|slogan|price list|playbook|"
                    + "guidelines?|hours|handbook)|"
                    + "(?:neue[rs]?|feste) (?:\\w+ )?(?:regel|regelung|richtlinie|vorgabe|slogan|uberschrift|claim|preisliste)|ab sofort gilt|"
                    + "nouvel(?:le)? (?:regle|politique|consigne|accroche)|nouveau (?:slogan|titre)|nuev[oa] (?:regla|norma|politica|lema|titular)|"
                    + "nov[oa] (?:regra|politica|slogan|lema))\\b");
    /** Of somebody in particular, and none of ours. */
    private static final Pattern OTHERS = Pattern.compile(
            "(?:^|[,;:] )\\W*(?:their|they|his|her|he|she|ihre?[nmrs]?|leurs?|ils|elles?|sus?|ellos|ellas|eles|elas)\\b|\\b(?:their|theirs|"
                    + "leurs?) ");

    private static final Pattern SAYING = Pattern.compile(
            "\\b(?:told|says|said|wrote|writes|claims|claimed|wants|wanted|asked|asks|thinks|thought|suggest\\w*|propos(?:es|ed|ing)|"
                    + "mentioned|believes|reckons|insists|sagte?|sagen sie|schreibt|schrieb\\w*|meint\\w*|behauptet\\w*|mochte\\w*|wunscht|"
                    + "schlagt|pretend|veut|voudrait|quiere|dice|dijo|disse)\\b");
    private static final Pattern UNREAL = Pattern.compile(
            "\\b(?:hope|hoping|hopefully|wish|should|could|would|might|may be|maybe|perhaps|plan(?:s|ned|ning)? (?:to|for)|want to|"
                    + "going to discuss|thinking (?:of|about)|consider\\w*|let's|ideally|imagine|suppose\\w*|soon|what if|dream\\w*|"
                    + "hoff\\w+|sollten?|konnten?|wurden?|ware|waren|planen|plant|uberleg\\w+|vielleicht|bald|am liebsten|wollen|wunsch\\w*|"
                    + "j'espere|devrait|devrions|pourrait|pourrions|peut-etre|bientot|esper\\w+|deberia\\w*|podria\\w*|quizas?|ojala|"
                    + "deveria\\w*|poderia\\w*|talvez)\\b");
    private static final Pattern PAST = Pattern.compile(
            "\\b(?:used to|was|were|had|did|gave|last (?:year|month|week|quarter|time|summer|winter)|back then|previously|formerly|"
                    + "years? ago|in (?:19|20)\\d\\d\\b(?=.*\\b(?:was|were|had)\\b)|war|waren|galt|galten|lag|lagen|hatten?|gab|gaben|fruher|damals|"
                    + "letzte[ns]? (?:jahr|monat|woche|quartal)|haben .{1,60} gegeben|etai(?:t|ent)|avait|avant|l'an dernier|era|eran|antes|"
                    + "tenia\\w*|tinha\\w*|ano pasado)\\b");
    /** What held before may stand beside what holds now. */
    private static final Pattern FORMERLY = Pattern.compile(
            "\\((?:it |this )?(?:was|were|previously|formerly|before|bisher|vorher|fruher|war|waren|avant|antes)[^)]{0,40}\\)|"
                    + ", (?:it )?was (?=\\d)[^.;]{0,20}|, (?:bisher|vorher|fruher) [^.;]{0,20}$");

    private static final Pattern JOKE = Pattern.compile(
            "\\b(?:lol|rofl|haha\\w*|just kidding|joke|joking|jk|scherz|witz|blague|broma)\\b|[;:]-?[pd](?!\\p{L})|😂|😜|🤣");
    /** "I no longer work on Fridays", "I gave them 12 %". */
    private static final Pattern MYSELF =
            Pattern.compile("\\b(?:i|i'm|i've|i'll|me|ich|mir|mich|je|j'ai|yo|eu|my|mein\\w*|meus?|minhas?)\\b");
    /** Something that one has done, not something that holds. */
    private static final Pattern DONE = Pattern.compile(
            "\\b(?:met|called|booked|sent|signed|closed|moved the|visited|spoke|talked|gave|granted|offered|ordered|paid|draft|write|"
                    + "remind me|getroffen|gebucht|gesendet|besucht|gegeben|telefoniert|unterschrieben)\\b");

    private static final Pattern MAKE_IT_SO = Pattern.compile(
            "^\\W*(?:please |pls |plz |bitte |and |so |can (?:you|we|someone) )*(?:make|set|add|put|note|write|record|save|enter|keep|update|"
                    + "change) (?:that|this|it)\\b.{0,50}$|^\\W*(?:bitte )?(?:so )?(?:eintragen|festhalten|aufnehmen|notieren).{0,40}$");
    private static final Pattern QUOTES = Pattern.compile("\"[^\"]{2,}\"");
    private static final int LONGEST = 400;

    private final Reading reading;
    private final List<Operation> operations;

    ToldRules(Reading reading, List<Operation> operations) {
        this.reading = reading;
        this.operations = operations;
    }

    /** Whether it is worth looking for entries that the sentence may be about. */
    public static boolean mayBeIn(String sentence) {
        var folded = Fold.inPlace(sentence);
        return sentence.length() <= LONGEST
                && (CHANGE.matcher(folded).find()
                        || ORDER.matcher(folded).find()
                        || OURS.matcher(folded).find() && folded.matches("(?s).*\\d.*"));
    }

    List<Told> all() {
        if (reading.message.fromOutside()
                || JOKE.matcher(Fold.inPlace(reading.text())).find()) {
            return List.of();
        }
        var all = new ArrayList<Told>();
        for (var statement : reading.statements) {
            if (statement.part.kind() == Part.Kind.OWN && statement.has(MAKE_IT_SO)) {
                // What was said before is the rule; what is said here only asks for it.
                if (!all.isEmpty()) {
                    all.add(ordered(all.removeLast()));
                }
            } else if (ofOurs(statement)) {
                told(statement).ifPresent(all::add);
            }
        }
        return List.copyOf(all);
    }

    private static Told ordered(Told told) {
        var stated = told.stated();
        return new Told(told.evidence(), new Stated(stated.text(), Weight.ORDERED, stated.from()));
    }

    /** By its writer, about nobody else, and not what a record was made of. */
    private boolean ofOurs(Statement statement) {
        return statement.part.kind() == Part.Kind.OWN
                && statement.raw.length() <= LONGEST
                && meantSo(statement)
                && statement.companies.isEmpty()
                && statement.contacts.isEmpty()
                && statement.doubtful == null
                && reading.answer == null
                && operations.stream().noneMatch(operation -> within(operation.evidence(), statement.span()));
    }

    private static boolean within(Evidence evidence, Span span) {
        return new Span(evidence.start(), Math.max(evidence.end(), evidence.start() + 1)).overlaps(span);
    }

    /** A rule may have a condition of its own. */
    private static boolean meantSo(Statement statement) {
        return statement.firm() || statement.modes.equals(Set.of(Mode.CONDITION)) && statement.has(ORDER);
    }

    private Optional<Told> told(Statement statement) {
        var said = unquoted(statement.folded);
        var now = FORMERLY.matcher(said).replaceAll(" ");
        boolean ordered = ORDER.matcher(said).find();
        boolean never = OTHERS.matcher(said).find()
                || UNREAL.matcher(now).find()
                || PAST.matcher(now).find()
                || !ordered
                        && (SAYING.matcher(now).find()
                                || DONE.matcher(now).find()
                                || MYSELF.matcher(said).find());
        if (never) {
            return Optional.empty();
        }
        boolean ours = OURS.matcher(said).find();
        boolean change = CHANGE.matcher(said).find();
        if (!ordered && !ours && !change) {
            return Optional.empty();
        }
        boolean norm = NORM.matcher(said).find();
        var weight = ordered ? Weight.ORDERED : change && (ours || norm) ? Weight.OURS : Weight.PLAIN;
        var since = Since.in(statement);
        return Optional.of(new Told(
                reading.evidence(statement.span()),
                new Stated(
                        since == null ? statement.raw : since.without(statement.raw),
                        weight,
                        since == null ? null : since.first(reading.message.day()))));
    }

    /** First words of somebody else say nothing of us. */
    private static String unquoted(String folded) {
        return QUOTES.matcher(folded)
                .replaceAll(quote -> "\"" + " ".repeat(quote.group().length() - 2) + "\"");
    }
}
