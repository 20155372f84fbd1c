package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.llm.heads.Cues;
import dev.windrose.llm.heads.Trust;
import dev.windrose.llm.language.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody on the customer's side holds against buying. */
final class ReadObjections implements Grammar {

    private static final Lexicon OBSTACLE = Lexicon.of("obstacle");
    private static final Map<String, Lexicon> ABOUT = new LinkedHashMap<>();
    /** Says by itself that something is held against buying. */
    private static final Map<String, Lexicon> OUTRIGHT = new LinkedHashMap<>();
    /** Agrees with a rule that is not sure. */
    private static final double HINT = 0.2;

    private static final double FAINT = 0.1;

    private static final Pattern RIVAL = Pattern.compile(
            "(?:\\b(?:when|because|as|since|that|but)? ?)(\\p{Lu}[\\p{L}\\d]+(?: \\p{Lu}[\\p{L}\\d]+)?)(?: is| "
                    + "are| was| ist| est| es| e)? (?:only |just |about |ca\\.? |at |\")*(?:\\d+ ?%? ?(?:cheaper|moins "
                    + "cher|billiger|gunstiger|günstiger|más barat\\w+|billigare|goedkoper)|cheaper|moins cher|billiger|"
                    + "günstiger|goedkoper|billigare)|"
                    + "(?:why is it|more than|than|cheaper at|prefer(?:s)?|leaning towards?|comparing (?:us )?(?:to|with)|"
                    + "against) (?:[\\d\\w]+ when )?(\\p{Lu}[\\p{L}\\d]+(?: \\p{Lu}[\\p{L}\\d]+)?)|when "
                    + "(\\p{Lu}[\\p{L}\\d]+(?: \\p{Lu}[\\p{L}\\d]+)?) is");
    /** What has to come first, else there is no deal. */
    private static final Pattern UNTIL = Pattern.compile(
            "\\b(?:until|unless|otherwise|before|without|sonst|bevor|vor|ohne|tant qu\\w*|sinon|avant|sans|hasta|antes|sin|ate que|sem|finche|prima|senza|"
                    + "anders|voordat|zonder|innan|utan|annars)\\b|objection|einwand|objecion|objecao");

    /** A wish for a concession alone, and nothing that hangs on it. */
    private static final Pattern CONCESSION = Pattern.compile(
            "\\b(?:wants?|wanted|would like|'d like|ask(?:s|ed|ing)?|hop(?:es|ing)|will|mochte\\w*|wunsch\\w*|bittet|verlangt|fragt|"
                    + "veut|veulent|"
                    + "voudrai\\w*|souhait\\w*|demand\\w*|quier\\w*|pide\\w*|pidio|quisiera\\w*|quer|querem|pede\\w*|pediu|gostaria\\w*)\\b"
                    + "[^.;!?]{0,40}(?:\\d ?%|\\b(?:discount|cheaper|rabatt|nachlass|billiger|gunstiger|remise|rabais|reduction|moins cher|"
                    + "descuento|rebaja|mas barat[oa]|desconto|mais barat[oa])\\b)");

    /** Somebody tells what they are now. */
    private static final Pattern POST = Pattern.compile(
            "\\b(?:i am|i'm|ich bin|je suis|soy|sou) (?:\\w+ )?(?:now|jetzt|nun|maintenant|desormais|ahora|agora)\\b|"
                    + "\\b(?:ahora|agora|desde hoy) (?:soy|sou)\\b");

    private static final Pattern PRESSED =
            Pattern.compile("\\b(?:too|zu (?:teuer|hoch)|trop|demasiad\\w*|beyond|over budget|expensive|teuer|car[oa]|"
                    + "or (?:no|they|she|he)|won't|cannot|can't)\\b");

    private static final Pattern NAME =
            Pattern.compile("(?<=[\\p{Ll}\\d,] )\\p{Lu}[\\p{L}\\d]+(?: \\p{Lu}[\\p{L}\\d]+)?");
    private static final Pattern SETTLED = Pattern.compile(
            "\\b(?:keine? (?:bedenken|einwande?|problem\\w*)|vom tisch|ausgeraumt|plus d[e'] ?(?:souci|probleme|objection)s?|"
                    + "aucune? (?:souci|objection|probleme)|sin (?:objecion\\w*|problemas)|ningun\\w* (?:problema|objecion)|resuelt[oa]|"
                    + "ya no (?:es|hay)|sem (?:objec\\w*|problemas)|nenhum\\w* (?:problema|objecao)|resolvid[oa]|ja nao (?:e|ha)|"
                    + "no (?:concerns?|objections?|pushback|issues?|problems?|blockers?)|none\\b|not (?:worried|"
                    + "concerned|a problem|an issue)|didn't push back|isn't (?:a )?(?:problem|concern)|resolved|solved|"
                    + "sorted|nothing further|only lacks|nur noch|one less|less of a|no longer|off the table|out of the way|cleared|went away|fine (?:now|"
                    + "with))\\b");

    static {
        for (var name : List.of("price", "security", "contract", "timing", "authority", "feature_gap", "competitor")) {
            var meaning = name.equals("feature_gap") ? "gap" : name.equals("competitor") ? "rival" : name;
            ABOUT.put(name, Lexicon.of("about " + meaning));
            OUTRIGHT.put(name, Lexicon.of("no " + meaning));
        }
    }

    /** Nothing is bought, spent or decided before something else. */
    private static final Pattern NOT_BEFORE = Pattern.compile(
            "\\b(?:won't|will not|can't|cannot|can not|not|no|nothing|never|nichts|nicht|kein\\w*|ne|n'|pas|rien|nada|nao|nem|non|niets|inget)\\b[^.;,!?]{0,40}?\\b(?:buy\\w*|spend\\w*|commit\\w*|purchas\\w*|decision|decide\\w*|order\\w*|"
                    + "kauf\\w*|entscheid\\w*|ausgeb\\w*|achet\\w*|compr\\w*|decid\\w*)\\b[^.;!?]{0,40}?\\b(?:before|until|till|til|as long as|while|bevor|vor|bis|solange|avant|tant que|hasta|antes|mientras|ate|enquanto|finche)\\b|"
                    + "\\b(?:before|until|till|as long as|while|bevor|bis|vor|solange|so lange|avant|tant qu\\w*|hasta|antes|mientras|ate|enquanto|finche)\\b[^.;!?]{0,60}?\\b(?:won't|not|nothing|no|nichts|nicht|kein\\w*|ne|n'|nada|nao)\\b[^.;,!?]{0,20}?\\b(?:buy\\w*|spend\\w*|commit\\w*|purchas\\w*|decid\\w*|kauf\\w*|achet\\w*|compr\\w*)\\b|"
                    + "\\bno (?:purchase|order|buying|spending) (?:before|till|until)\\b|\\b(?:prefere\\w*|prefers? to|mochte lieber|prefier\\w*) (?:attendre|wait|abwarten|esperar)\\b");
    /** Without it there is no sale. */
    private static final Pattern NOT_WITHOUT = Pattern.compile(
            "\\b(?:without|ohne|sans|sin|sem|senza)\\b[^.;!?]{1,60}?\\b(?:won't|not|no|nothing|nichts|nix|nicht|kein\\w*|ne|n'|nao|non)\\b[^.;,!?]{0,24}?\\b(?:buy\\w*|sign\\w*|unterschr\\w*|firm\\w+|assin\\w*|deal|purchas\\w*|sale|kauf\\w*|achet\\w*|achat|compra\\w*|compro|goes|geht|vertrag|contrat\\w*)\\b|"
                    + "\\b(?:nothing goes|won't (?:buy|sign)|no (?:buy|compra|deal))\\b[^.;!?]{0,40}\\b(?:without|sin|sem)\\b|\\bneeds? (?:that|this|it) before\\b[^.;!?]{0,20}\\bbuy\\b|\\berst wenn\\b[^.;!?]{3,80}\\bda ist\\b");
    /** "The chap from Rentwise does it for 190". */
    private static final Pattern DOES_IT_FOR = Pattern.compile(
            "(\\p{Lu}[\\p{L}\\d]+)\\b[^.;,!?]{0,20}?(?: (?:does|makes|offers|sells|do|would do) (?:it|this|the same|that)(?: \\w+)? for| (?:nos |les |le |se |me )?lo (?:hace|deja|ofrece) (?:\\w+ )?por| (?:nous |leur |lui )?(?:le )?fait (?:pour |à |\\d+ ?%)| (?:faz|deixa) (?:\\w+ )?por| macht (?:es|das|ihm das|ihnen das) für| (?:asks|quotes|quoted|charges|wants) (?:\\w+ )?(?:only |just )?\\d)");

    /** The deal is fitted to it in the same breath. */
    private static final Pattern AGREED = Pattern.compile(
            "\\b(?:so|hence|therefore|daher|also|donc|asi que|entao)\\b[^.;]{0,12}\\b(?:agreed|settled|landed|geeinigt|einigten|convenu|mis d'accord|quedamos|acordamos|acertamos|fechamos)\\b");

    /** What the author thinks is held by nobody of theirs. */
    private static final Pattern MY_VIEW = Pattern.compile(
            "\\bi (?:don't|do not) (?:like|trust)\\b|\\b(?:my (?:gut|view|take|feeling|guess)|meine meinung|mein gefuhl|mon avis|mi opinion|a minha opiniao|na minha opiniao)\\b");

    private static final Pattern SALUTATION =
            Pattern.compile("^\\W*(?:chers?|cheres?|car[oa]s?|carissim\\w+|estimad[oa]s?|lieber?|liebe) [^.!?]{1,40}$");

    private final Set<String> written = new LinkedHashSet<>();

    @Override
    public void read(Reading reading) {
        for (var statement : reading.statements) {
            if (statement.company == null
                    || statement.is(Mode.HEARSAY) && statement.contacts.isEmpty()
                    || statement.is(Mode.OFF_RECORD)
                    || reading.taken.contains(statement)
                    || own(reading, statement)) {
                continue;
            }
            boolean lost = reading.drafts.stream()
                    .anyMatch(draft -> "lost".equals(draft.value("stage")) && statement.company.sameAs(draft.company));
            if (lost) {
                continue;
            }
            category(reading, statement)
                    .map(found -> found.name().equals("other") ? named(reading, statement, found) : found)
                    .ifPresent(found -> write(reading, statement, statement.company, found));
        }
        if (written.isEmpty()) {
            reading.statements.forEach(statement -> meant(reading, statement));
        }
    }

    /** Text of a subject line, or a question of ours, objects to nothing. */
    private static boolean own(Reading reading, Statement statement) {
        boolean reason = statement.has(Losses.LOST)
                && !statement
                        .find(Losses.LOST)
                        .filter(place -> Clauses.denied(statement, place))
                        .isPresent();
        boolean wished = statement.has(CONCESSION)
                && !statement.has(PRESSED)
                && !UNTIL.matcher(statement.folded).find();
        return reason
                || wished
                || statement.has(MY_VIEW)
                || statement.has(SALUTATION)
                || statement.part.kind() == Part.Kind.SUBJECT
                || statement.is(Mode.QUESTION) && statement.folded.length() < 40
                || reading.intents.contains("request_approval")
                        && statement.has(Pattern.compile("\\b(?:approv\\w*|ok\\?|your ok)\\b"));
    }

    private record Category(String name, Span place) {}

    private static Category named(Reading reading, Statement statement, Category found) {
        return new Category(ByMeaning.choice(reading, statement, "objection").orElse(found.name()), found.place());
    }

    /** Something held against buying in words that no rule knows. */
    private void meant(Reading reading, Statement statement) {
        var company = statement.company;
        boolean settled = statement.has(SETTLED)
                || statement.has(POST)
                || statement.has(StageCues.SET)
                || !statement.firm()
                || reading.taken.contains(statement)
                || reading.drafts.stream().anyMatch(draft -> "lost".equals(draft.value("stage")))
                || statement.part.kind() != Part.Kind.OWN
                || own(reading, statement);
        if (company != null && !settled) {
            ByMeaning.plain(reading, statement, "objection", forSale(reading, company) ? Trust.GOOD : Trust.HIGH)
                    .ifPresent(likely ->
                            write(reading, statement, company, new Category(likely.value(), statement.span())));
        }
    }

    /** Nothing is bought before, or without, something else; or somebody else does it for less. */
    private static Optional<Category> withheld(Reading reading, Statement statement) {
        if (!forSale(reading, statement.company)
                || statement.is(Mode.CONDITION)
                || statement.is(Mode.QUESTION)
                || statement.part.kind() == Part.Kind.SUBJECT) {
            return Optional.empty();
        }
        var without = statement.find(NOT_WITHOUT);
        if (without.isPresent()) {
            var about = Stream.of("security", "authority", "contract")
                    .filter(name -> statement.has(ABOUT.get(name)))
                    .findFirst()
                    .orElse("feature_gap");
            return without.map(place -> new Category(about, place));
        }
        var rival = DOES_IT_FOR.matcher(statement.raw);
        if (rival.find() && !ours(reading, statement, rival.group(1))) {
            return Optional.of(new Category("price", statement.span()));
        }
        return statement
                .find(NOT_BEFORE)
                .filter(_ -> !statement.has(StageCues.SET) || statement.dates.isEmpty())
                .map(place -> new Category(statement.has(ABOUT.get("security")) ? "security" : "timing", place));
    }

    private static Optional<Category> category(Reading reading, Statement statement) {
        var withheld = NamedObjections.in(statement)
                .map(named -> new Category(named.getKey(), named.getValue()))
                .or(() -> withheld(reading, statement));
        if (withheld.isPresent()) {
            return withheld;
        }
        for (var cue : OUTRIGHT.entrySet()) {
            var place = statement.find(cue.getValue()).filter(found -> !negatedObjection(statement, found));
            if (place.isPresent() && agreed(reading, statement, least(reading, statement))) {
                return Optional.of(new Category(cue.getKey(), place.get()));
            }
        }
        var concern = statement
                .find(OBSTACLE)
                .filter(found -> !negatedObjection(statement, found)
                        && !SETTLED.matcher(statement.clauseText(found)).find());
        boolean mine = statement.has(Pattern.compile(
                "\\b(?:i|we|i'm|we're|i am) (?:have )?(?:\\w+ )?(?:doubt\\w*|worr\\w+|concern\\w*|sceptical|"
                        + "skeptical|nervous|afraid)\\b|\\bblocker(?: at \\w+)?(?: is|:|=)"));
        if (concern.isEmpty()
                || mine
                || statement.is(Mode.CONDITION)
                        && !UNTIL.matcher(statement.folded).find()
                || role(statement, concern.get())) {
            return Optional.empty();
        }
        var about = named(statement).orElseGet(() -> nearest(statement, concern.get()));
        double least = about.equals("other") ? ByMeaning.CHOICE : least(reading, statement);
        return agreed(reading, statement, least) ? Optional.of(new Category(about, concern.get())) : Optional.empty();
    }

    /** The heads are only asked where they have a say. */
    private static boolean agreed(Reading reading, Statement statement, double least) {
        return least <= 0 || agreement(reading, statement) >= least;
    }

    private static double agreement(Reading reading, Statement statement) {
        var cues = ByMeaning.cues(reading, statement);
        return Math.max(
                cues.of("intent:log_objection"),
                cues.best("objection", 0).map(Cues.Likely::probability).orElse(0.0));
    }

    /** Where nothing is for sale, more is needed. */
    private static double least(Reading reading, Statement statement) {
        boolean outside = reading.message.fromOutside();
        return forSale(reading, statement.company) ? 0 : outside ? ByMeaning.CHOICE : FAINT;
    }

    static boolean forSale(Reading reading, @Nullable KnownRecord company) {
        return company == null
                || company.textOr("customer_state", "").matches("exploring|buying")
                || reading.of(company, "deal").stream()
                        .anyMatch(deal -> !deal.textOr("stage", "").matches("won|lost"));
    }

    /** "She is the blocker" names a part, not an objection. */
    private static boolean role(Statement statement, Span concern) {
        return !UNTIL.matcher(statement.folded).find()
                && Roles.in(statement, statement.span())
                        .filter(role ->
                                role.value().equals("blocker") && role.span().overlaps(concern))
                        .isPresent();
    }

    /** The author names the category. */
    private static Optional<String> named(Statement statement) {
        var named = Pattern.compile(
                        "\\((?:the )?(price|timing|security|competitor|feature gap|authority|contract)\\)|\\b(price|timing|"
                                + "security|contract|authority) objection")
                .matcher(statement.folded);
        if (named.find()) {
            var name = named.group(1) != null ? named.group(1) : named.group(2);
            return Optional.of(name.replace(' ', '_'));
        }
        return Optional.empty();
    }

    private static boolean negatedObjection(Statement statement, Span place) {
        return SETTLED.matcher(statement.clauseText(place)).find() && Clauses.denied(statement, place)
                || statement.before(place, 12).matches("(?s).*\\b(?:no|none|not|without|keine?|any) $");
    }

    private static String nearest(Statement statement, Span concern) {
        var best = "other";
        int distance = Integer.MAX_VALUE;
        for (var category : ABOUT.entrySet()) {
            for (var place : statement.all(category.getValue())) {
                int away = place.distanceTo(concern);
                if (away < distance) {
                    distance = away;
                    best = category.getKey();
                }
            }
        }
        return best;
    }

    private void write(Reading reading, Statement statement, KnownRecord company, Category category) {
        boolean adjusted = category.name().equals("price") && statement.has(AGREED)
                || category.name().equals("price")
                        && reading.drafts.stream()
                                .anyMatch(draft -> draft.has("deal_amount") && company.sameAs(draft.company));
        if (adjusted || !written.add(company.id() + category.name())) {
            return;
        }
        var draft = reading.create("objection", company, statement.span()).key("company", company.name());
        draft.set("category", category.name(), reading.evidence(category.place()), 0.8);
        var rival = rival(reading, statement);
        rival.ifPresent(name -> draft.set("competitor", name, reading.evidence(statement.span()), 0.8));
        draft.key("summary", statement.raw.strip());
    }

    private static Optional<String> rival(Reading reading, Statement statement) {
        var does = DOES_IT_FOR.matcher(statement.raw);
        if (does.find() && !ours(reading, statement, does.group(1))) {
            return Optional.of(whole(reading, does.group(1)));
        }
        var match = RIVAL.matcher(statement.raw);
        while (match.find()) {
            for (int group = 1; group <= 3; group++) {
                var name = match.group(group);
                if (name != null && !ours(reading, statement, name)) {
                    return Optional.of(whole(reading, name));
                }
            }
        }
        return before(reading, statement).or(() -> unknown(reading, statement));
    }

    /** A name that nobody and nothing on record bears, where a rival is spoken of. */
    private static Optional<String> unknown(Reading reading, Statement statement) {
        if (!statement.has(Lexicon.of("rival cue"))) {
            return Optional.empty();
        }
        var match = NAME.matcher(statement.raw);
        while (match.find()) {
            var span = new Span(
                    match.start() + statement.span().start(),
                    match.end() + statement.span().start());
            boolean taken = Stream.of(statement.companies, statement.contacts, statement.products, statement.people)
                            .flatMap(List::stream)
                            .anyMatch(mention -> mention.span().overlaps(span))
                    || statement.dates.stream().anyMatch(date -> date.span().overlaps(span))
                    || statement.strangers.stream()
                            .anyMatch(person -> person.span().overlaps(span));
            if (!taken
                    && !ours(reading, statement, match.group())
                    && match.group().length() > 3) {
                return Optional.of(match.group());
            }
        }
        return Optional.empty();
    }

    /** A rival named in full elsewhere in the text is called by its full name. */
    private static String whole(Reading reading, String name) {
        var match = Pattern.compile(Pattern.quote(name) + "(?: \\p{Lu}[\\p{L}\\d]+)+")
                .matcher(reading.text());
        return match.find() ? match.group() : name;
    }

    /** "They also talk to X. She says X is cheaper": the full name may stand in the statement before. */
    private static Optional<String> before(Reading reading, Statement statement) {
        var match = Pattern.compile(
                        "(?:talking to|looking at|evaluating|versus|vs\\.?|competitor(?: is| =|:)?|up against) (?:also "
                                + ")?(\\p{Lu}[\\p{L}\\d]+(?: \\p{Lu}[\\p{L}\\d]+)?)")
                .matcher(statement.raw);
        return match.find() && !ours(reading, statement, match.group(1))
                ? Optional.of(match.group(1))
                : Optional.empty();
    }

    private static boolean ours(Reading reading, Statement statement, String name) {
        var folded = dev.windrose.llm.language.Fold.words(name);
        return Words.common(folded)
                || statement.contacts.stream().anyMatch(mention -> dev.windrose.llm.language.Fold.words(
                                mention.record().name())
                        .contains(folded))
                || reading.known.products().stream()
                        .anyMatch(product -> dev.windrose.llm.language.Fold.words(product.name())
                                .contains(folded))
                || statement.company != null
                        && dev.windrose.llm.language.Fold.words(statement.company.name())
                                .contains(folded);
    }
}
