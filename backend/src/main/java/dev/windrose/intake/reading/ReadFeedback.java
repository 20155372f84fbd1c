package dev.windrose.intake.reading;

import dev.windrose.llm.language.Span;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Concrete praise or complaint about the product or the service. */
final class ReadFeedback implements Grammar {

    private static final Pattern GOOD = Pattern.compile(
            "\\b(?:lov(?:e|es|ed|ing)|raved?|raving|rave|godsend|great job|impressed|impressive|delighted|"
                    + "praise[ds]?|prais\\w+|fantastic|excellent|brilliant|super happy|very happy|really happy|thrilled|"
                    + "amazing|awesome|smooth(?:ly)?|life[- ]?saver|game[- ]?changer|works (?:great|well|perfectly|like a "
                    + "charm)|saves? (?:them|us|me) |"
                    + "quick turnaround|thanks for the quick|top notch|big fan|happy with|pleased with|lob\\b|lobt\\w*|"
                    + "begeistert|sehr zufrieden|hochzufrieden|super zufrieden|lauft super|lauft prima|genial|ravis?|"
                    + "adore\\w*|tres content\\w*|satisfait\\w*|encantad[oa]s?|muy content[oa]s?|content[oa]s con|trovati "
                    + "(?:molto )?bene|soddisfatt\\w*|"
                    + "tevreden|soepel|blij met|nojda?|jattenojda?|fornoyd\\w*|adora\\w*|satisfeit\\w*)\\b");
    private static final Pattern BAD = Pattern.compile(
            "\\b(?:hates?|hated|clunky|awful|terrible|horrible|frustrat\\w+|annoy\\w+|annoyed|complain\\w*|"
                    + "complaint|confus\\w+|painful|too slow|sluggish|cumbersome|unusable|disappoint\\w+|unhappy with|not "
                    + "happy with|dislike\\w*|ugly|useless|a mess|a nightmare|poor(?:ly)? (?:designed|documented)|hard to "
                    + "use|difficult to use|people who hate|someone who hates|"
                    + "kritik|beschwer\\w*|unterirdisch|umstandlich|nervt|unzufrieden|langsam|kompliziert|mecontent\\w*|"
                    + "deceptionn?\\w*|decus?|penible|lent\\b|lourd\\b|descontent\\w*|lent[oa]\\b|horroroso|"
                    + "insoddisfatt\\w*|scomod\\w*|ontevreden|traag|onhandig|missnojda?|krangligt|reclam\\w*)\\b");
    /** Words of praise and complaint that say something only where somebody's opinion of a thing is told. */
    private static final Pattern SOFT_GOOD = Pattern.compile(
            "\\b(?:joy|pleasure|great|clear|easy|easier|intuitive|fast|faster|reliable|good|helpful|handy|useful|clean|best|super|toll|klasse|prima|hervorragend|ubersichtlich\\w*|"
                    + "einfach\\w*|schnell\\w*|zuverlassig\\w*|hilfreich\\w*|praktisch\\w*|zufrieden|gut(?:e[nrs]?)?|claire?s?|pratiques?|utiles?|rapides?|faciles?|excellente?s?|parfaite?s?|"
                    + "bien|facil|rapid[oa]s?|clar[oa]s?|excelente|buen[oa]s?|util|comod[oa]|otim[oa]s?|gostou|gostaram|gosta|bom|boa|elogi\\w+|felic[ei]|ottim[oa]|utile|fijn|handig|snel|goed|bra|snabb\\w*|"
                    + "saves? (?:\\w+ ){0,3}(?:hours?|days?|time|minutes|work)|spart \\w+|gagne\\w* du temps|ahorra\\w*|poupa\\w*|economiza\\w*)\\b");

    private static final Pattern SOFT_BAD = Pattern.compile(
            "\\b(?:fed up|slow|difficult|hard|complicated|unclear|clumsy|buggy|limited|bad|worse|poor|weak|messy|tedious|unreliable|unubersichtlich\\w*|schlecht\\w*|unklar\\w*|muhsam|"
                    + "schwierig\\w*|zu (?:langsam|kompliziert)|lente?s?|complique\\w*|difficile|mauvais\\w*|peu (?:clair|pratique)|dificil|complicad[oa]s?|mal[oa]s?|confus[oa]s?|ruim|demorad[oa]s?|"
                    + "pessim[oa]s?|lentissim[oa]|difficil[ei]|ingewikkeld|slecht|svart|dalig\\w*|too many clicks)\\b");
    private static final Pattern OPINION = Pattern.compile(
            "\\b(?:says?|said|finds?|found|thinks?|thought|told|feels?|mentioned|told us|according to|feedback|reports?|opinion|findet|finden|meint|meinte|sagt|sagte|fand|trouve\\w*|dit|pense|"
                    + "encuentra\\w*|dice|dijo|opina|comenta|acha|achou|acham|disse|diz|comentou|trova|vindt|vond|zegt|tycker|synes|"
                    + "muy content\\w*|impression)\\b|[:] ?\"|: ");
    private static final Pattern NEUTRAL = Pattern.compile(
            "\\b(?:nothing special|okay|average|geht so|mittelmassig|mais ou menos|regular nomas|nothing to write home about|perfectly fine|it's ok(?:ay)?|is ok(?:ay)?|so-so|meh|does the job|"
                    + "in ordnung|passabel|correct sans plus|normalito)\\b");
    private static final Pattern THING = Pattern.compile(
            "\\b(?:product|platform|app|tool|software|system|feature\\w*|support|service|onboarding|team's help|"
                    + "help|ui|ux|interface|dashboard\\w*|report\\w*|search|export|import|integration\\w*|editor|flow|"
                    + "workflow\\w*|template\\w*|macro\\w*|snapshot\\w*|alert\\w*|notification\\w*|mobile|speed|"
                    + "performance|training|documentation|docs|api|module|"
                    + "setup|login|design|rollout|implementation|response|turnaround|process|automation\\w*|sync|calendar|"
                    + "inbox|form\\w*|chart\\w*|filter\\w*|analytics|pricing page|app|mobile app|checkout|scanner|reminders?|lembretes|recordatorios|planner|module|tracking|booking|invoicing|setup|interface|portal|widget|recording\\w*|suche?|suchfunktion|"
                    + "bericht\\w*|oberflache|bedienung|betreuung|schulung|outil|logiciel|assistance|equipe|formation|"
                    + "herramienta|soporte|aplicacion|informes|supporto|"
                    + "assistenza|strumento|ondersteuning|proces|rapportage|suporte|ferramenta|verktyg\\w*|stod)\\b");
    /** Praise or complaint with its object: "loves the new planner". */
    private static final Pattern DIRECT = Pattern.compile(
            "\\b(?:loves?|loved|loving|hates?|hated|raved? about|raving about|complain(?:s|ed)? (?:about|that)|"
                    + "(?:happy|unhappy|pleased) with|impressed (?:by|with)|praise[sd]?|a fan of|frustrated (?:by|with)|"
                    + "annoyed (?:by|with)) (?:the|our|your|how|that) \\w+");

    private static final Pattern OF_OTHERS = Pattern.compile(
            "\\b(?:incumbent|competitor|currently (?:use|using|on)|there\\b|their current|old (?:tool|system|"
                    + "vendor)|previous (?:tool|vendor)|had a bad time with|bad experience with)\\b");
    private static final Pattern LABEL =
            Pattern.compile("^\\W*(?:feedback|lob|kritik|praise|complaint|positive?|negative?)\\b[^:]{0,20}:");

    private final Set<String> written = new LinkedHashSet<>();

    @Override
    public void read(Reading reading) {
        for (var statement : reading.statements) {
            boolean silent = statement.is(Mode.HEARSAY)
                    || statement.is(Mode.OFF_RECORD)
                    || statement.is(Mode.CONDITION)
                    || reading.taken.contains(statement)
                    || statement.part.kind() == Part.Kind.SUBJECT
                    || statement.has(Lexicon.of("trouble")) && !statement.has(LABEL);
            if (statement.company == null || silent || statement.is(Mode.QUESTION)) {
                continue;
            }
            boolean silentRules = true;
            for (var clause : clauses(statement)) {
                var found = sentiment(statement, clause);
                silentRules &= found.isEmpty();
                found.ifPresent(sentiment -> write(reading, statement, clause, sentiment));
            }
            if (silentRules) {
                meant(reading, statement);
            }
        }
    }

    /** An opinion told in words that no rule knows. */
    private void meant(Reading reading, Statement statement) {
        boolean told = reading.drafts.stream()
                .anyMatch(draft -> draft.evidence.start() >= statement.span().start()
                        && draft.evidence.end() <= statement.span().end());
        if (!told && statement.firm() && !statement.has(OF_OTHERS)) {
            ByMeaning.plain(reading, statement, "feedback", ByMeaning.SURE)
                    .filter(likely -> !likely.value().equals("neutral"))
                    .ifPresent(likely -> write(
                            reading, statement, statement.span(), new Sentiment(likely.value(), statement.span())));
        }
    }

    /** Praise and complaint in one sentence are two pieces of feedback. */
    private static java.util.List<Span> clauses(Statement statement) {
        boolean both = statement.has(GOOD) && statement.has(BAD);
        int but = both ? statement.folded.indexOf(" but ") : -1;
        if (but < 0) {
            return java.util.List.of(statement.span());
        }
        int middle = statement.span().start() + but;
        return java.util.List.of(
                new Span(statement.span().start(), middle),
                new Span(middle, statement.span().end()));
    }

    private record Sentiment(String value, Span place) {}

    private static java.util.Optional<Sentiment> sentiment(Statement statement, Span clause) {
        var text = statement.between(clause.start(), clause.end());
        boolean labelled = LABEL.matcher(statement.folded).find();
        boolean outside = statement.part.contact() != null && statement.part.kind() == Part.Kind.OWN;
        if (OF_OTHERS.matcher(text).find()
                || !(labelled
                        || outside
                        || DIRECT.matcher(text).find()
                        || THING.matcher(text).find()
                        || !statement.products.isEmpty())) {
            return java.util.Optional.empty();
        }
        var neutral = statement.find(NEUTRAL).filter(clause::holds);
        if (neutral.isPresent()) {
            return neutral.map(place -> new Sentiment("neutral", place));
        }
        var bad = statement.find(BAD).filter(clause::holds).filter(place -> !Clauses.denied(statement, place));
        if (bad.isPresent()) {
            return bad.map(place -> new Sentiment("negative", place));
        }
        boolean opinion = OPINION.matcher(text).find() && (THING.matcher(text).find() || !statement.products.isEmpty());
        var softBad = opinion
                ? statement.find(SOFT_BAD).filter(clause::holds).filter(place -> !Clauses.denied(statement, place))
                : java.util.Optional.<Span>empty();
        if (softBad.isPresent()) {
            return softBad.map(place -> new Sentiment("negative", place));
        }
        var softGood = opinion
                ? statement.find(SOFT_GOOD).filter(clause::holds).filter(place -> !Clauses.denied(statement, place))
                : java.util.Optional.<Span>empty();
        var good = statement.find(GOOD).filter(clause::holds).or(() -> softGood);
        return good.map(place -> new Sentiment(Clauses.denied(statement, place) ? "negative" : "positive", place))
                .filter(found -> !wish(statement, found.place()));
    }

    /** "would love to see" is a wish, "love the idea" no praise of what there is. */
    private static boolean wish(Statement statement, Span place) {
        return statement.before(place, 8).matches("(?s).*(?:'d|would|d) $")
                || statement.after(place, 10).matches("^ (?:to|if|the idea).*");
    }

    private void write(Reading reading, Statement statement, Span clause, Sentiment found) {
        if (statement.company == null
                || !written.add(statement.company.id() + statement.span().start() + found.value())) {
            return;
        }
        var summary =
                clause.of(reading.text()).replaceFirst("^[\\s,;:.–-]+", "").strip();
        var draft = reading.create("feedback", statement.company, clause)
                .key("company", statement.company.name())
                .key("summary", summary);
        draft.set("sentiment", found.value(), reading.evidence(found.place()), 0.8);
        if (statement.products.size() == 1) {
            draft.set(
                    "product",
                    statement.products.getFirst().record().name(),
                    reading.evidence(statement.products.getFirst().span()),
                    0.8);
        }
    }
}
