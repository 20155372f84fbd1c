package dev.windrose.intake.reading;

import dev.windrose.llm.heads.Cues;
import dev.windrose.llm.language.Span;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Concrete praise or complaint about the product or the service. */
final class ReadFeedback implements Grammar {

    private static final Lexicon GOOD = Lexicon.of("good");
    private static final Lexicon BAD = Lexicon.of("bad");
    /** Words of praise and complaint that say something only where somebody's opinion of a thing is told. */
    private static final Lexicon SOFT_GOOD = Lexicon.of("soft good");

    private static final Lexicon SOFT_BAD = Lexicon.of("soft bad");
    private static final Lexicon BENEFIT = Lexicon.of("benefit");
    private static final Lexicon NEUTRAL = Lexicon.of("neutral");
    private static final Lexicon THING = Lexicon.of("thing");
    private static final Lexicon COMMERCIAL = Lexicon.of("commercial");
    /** Agrees with a rule that is not sure. */
    private static final double HINT = 0.2;

    private static final int LONG = 80;
    private static final int SHORT = 50;

    private static final Pattern OPINION = Pattern.compile(
            "\\b(?:says?|said|finds?|found|thinks?|thought|told|feels?|mentioned|told us|according to|feedback|reports?|opinion|"
                    + "findet|finden|meint|meinte|sagt|sagte|fand|trouve\\w*|dit|pense|"
                    + "encuentra\\w*|dice|dijo|opina|comenta|acha|achou|acham|disse|diz|comentou|trova|vindt|vond|zegt|tycker|synes|"
                    + "muy content\\w*|impression)\\b|[:] ?\"|: ");
    /** Praise or complaint with its object: "loves the new planner". */
    private static final Pattern DIRECT = Pattern.compile(
            "\\b(?:loves?|loved|loving|hates?|hated|raved? about|raving about|complain(?:s|ed)? (?:about|that)|"
                    + "(?:happy|unhappy|pleased) with|impressed (?:by|with)|praise[sd]?|a fan of|frustrated (?:by|with)|"
                    + "annoyed (?:by|with)) (?:the|our|your|how|that) \\w+|"
                    + "\\b(?:schimpf\\w*|mecker\\w*|arger\\w* sich) uber \\w+|\\b(?:rale\\w*|peste\\w*) contre \\w+|"
                    + "\\b(?:se plain\\w*|se queja\\w*|reclama\\w*) d\\w+ \\w+");

    private static final Pattern OF_OTHERS = Pattern.compile(
            "\\b(?:incumbent|(?:the )?other (?:guys|lot|vendor|supplier|firm|bunch)|their (?:last|former|old|previous|other) \\w+|not (?:about )?(?:us|ours)|nothing to do with us|"
                    + "nicht (?:uber )?uns|die anderen|pas (?:de )?nous|no (?:de )?nosotros|nao (?:de )?nos|competitor|currently (?:use|using|on)|there\\b|brother-in-law|sister-in-law|another (?:customer|"
                    + "wholesaler|company|school|firm)|their tale|their current|old (?:tool|system|"
                    + "vendor)|previous (?:tool|vendor)|had a bad time with|bad experience with)\\b");
    private static final Pattern LESS = Pattern.compile(
            "(?s).*\\b(?:less|weniger|nicht so|moins|pas si|menos|no tan|nao tao|meno|minder|mindre) $");
    private static final Pattern LABEL =
            Pattern.compile("^\\W*(?:feedback|lob|kritik|praise|complaint|positive?|negative?)\\b[^:]{0,20}:");

    private static final Pattern QUOTE =
            Pattern.compile("[\"“„«‘'](?<=(?:^|[\\s(:])[\"“„«‘'])[^\"”“»’\\n]{6,}?(?:[\"”“»]|['’](?![\\p{L}]))");

    private final Set<String> written = new LinkedHashSet<>();

    @Override
    public void read(Reading reading) {
        for (var statement : reading.statements) {
            boolean silent = statement.is(Mode.HEARSAY) && statement.contacts.isEmpty()
                    || statement.is(Mode.OFF_RECORD)
                    || statement.is(Mode.CONDITION)
                    || reading.taken.contains(statement) && !more(reading, statement)
                    || statement.part.kind() == Part.Kind.SUBJECT
                    || statement.has(Lexicon.of("trouble")) && !statement.has(LABEL);
            if (statement.company == null || silent || statement.is(Mode.QUESTION)) {
                continue;
            }
            boolean objected = reading.drafts.stream()
                    .anyMatch(draft -> draft.entity.equals("objection")
                            && draft.evidence.start() == statement.span().start());
            boolean lost = statement.has(Losses.LOST)
                    && reading.drafts.stream()
                            .anyMatch(draft ->
                                    "lost".equals(draft.value("stage")) && statement.company.sameAs(draft.company));
            if (objected || lost) {
                continue;
            }
            boolean silentRules = true;
            for (var clause : clauses(statement)) {
                var found = sentiment(reading, statement, clause);
                silentRules &= found.isEmpty();
                found.ifPresent(sentiment -> write(reading, statement, clause, sentiment));
            }
            if (silentRules) {
                meant(reading, statement);
            }
        }
    }

    /** It says what became of an issue, and more. */
    private static boolean more(Reading reading, Statement statement) {
        return reading.settled.contains(statement) && statement.folded.length() > LONG;
    }

    /** An opinion told in words that no rule knows. */
    private void meant(Reading reading, Statement statement) {
        boolean told = reading.drafts.stream()
                .anyMatch(draft -> draft.evidence.start() >= statement.span().start()
                        && draft.evidence.end() <= statement.span().end());
        if (!told && statement.firm() && !statement.has(OF_OTHERS)) {
            ByMeaning.plain(reading, statement, "feedback", ByMeaning.LIKELY)
                    .filter(likely -> !likely.value().equals("neutral"))
                    .ifPresent(likely -> write(
                            reading, statement, statement.span(), new Sentiment(likely.value(), statement.span())));
        }
    }

    /** Praise and complaint in one sentence are two pieces of feedback. */
    private static java.util.List<Span> clauses(Statement statement) {
        boolean both = statement.has(GOOD) && statement.has(BAD);
        int but = both ? turn(statement.folded) : -1;
        if (but < 0) {
            return java.util.List.of(statement.span());
        }
        int middle = statement.span().start() + but;
        return java.util.List.of(
                new Span(statement.span().start(), middle),
                new Span(middle, statement.span().end()));
    }

    private static int turn(String folded) {
        var match = Pattern.compile(
                        " (?:but|though|although|aber|mais|pero|mas|ma|maar|men) |[;,] (?=however|allerdings|jedoch|dagegen)")
                .matcher(folded);
        return match.find() ? match.start() : -1;
    }

    private record Sentiment(String value, Span place) {}

    private static Optional<Sentiment> sentiment(Reading reading, Statement statement, Span clause) {
        var text = statement.between(clause.start(), clause.end());
        boolean labelled = LABEL.matcher(statement.folded).find();
        boolean outside = statement.part.contact() != null && statement.part.kind() == Part.Kind.OWN;
        if (OF_OTHERS.matcher(text).find()) {
            return Optional.empty();
        }
        boolean thing = in(statement, THING, clause).isPresent() || !statement.products.isEmpty();
        if (about(reading, statement) && !thing && !labelled && !statement.has(GOOD)) {
            return Optional.empty();
        }
        boolean commercial = in(statement, COMMERCIAL, clause).isPresent() && !thing;
        boolean object =
                labelled || outside || DIRECT.matcher(text).find() || thing || quoted(reading, statement, clause);
        var benefit = in(statement, BENEFIT, clause)
                .map(place -> new Sentiment("positive", place))
                .filter(_ -> object || agreement(reading, statement) >= HINT);
        var strong = strong(statement, clause)
                .filter(_ -> object && !commercial
                        || agreement(reading, statement) >= (commercial ? ByMeaning.CHOICE : HINT));
        var soft = soft(statement, clause)
                .filter(_ -> thing
                        && !commercial
                        && (OPINION.matcher(text).find() || agreement(reading, statement) >= HINT));
        var neutral = in(statement, NEUTRAL, clause)
                .filter(_ -> thing && statement.moneys.isEmpty())
                .map(place -> new Sentiment("neutral", place));
        return neutral.or(() -> strong).or(() -> benefit).or(() -> soft);
    }

    /** Somebody of a customer who uses it is quoted: "TempTrail saved us two claims". */
    private static boolean quoted(Reading reading, Statement statement, Span clause) {
        var quote = QUOTE.matcher(statement.between(clause.start(), clause.end()));
        return !statement.contacts.isEmpty() && quote.find() && ReadIssues.uses(reading, statement);
    }

    /** A word more about a trouble or an obstacle that has just been told. */
    private static boolean about(Reading reading, Statement statement) {
        return reading.before(statement)
                .filter(before -> reading.drafts.stream()
                        .anyMatch(draft -> draft.entity.equals("issue")
                                && draft.evidence.start() == before.span().start()))
                .isPresent();
    }

    private static Optional<Span> in(Statement statement, Lexicon meaning, Span clause) {
        return statement.all(meaning).stream().filter(clause::holds).findFirst();
    }

    private static Optional<Sentiment> strong(Statement statement, Span clause) {
        return in(statement, BAD, clause)
                .filter(place -> !Clauses.denied(statement, place))
                .map(place -> new Sentiment("negative", place))
                .or(() -> praise(statement, in(statement, GOOD, clause)));
    }

    private static Optional<Sentiment> soft(Statement statement, Span clause) {
        return in(statement, SOFT_BAD, clause)
                .filter(place -> !Clauses.denied(statement, place))
                .map(place -> new Sentiment("negative", place))
                .or(() -> praise(statement, in(statement, SOFT_GOOD, clause))
                        .filter(found -> found.value().equals("positive")));
    }

    private static Optional<Sentiment> praise(Statement statement, Optional<Span> good) {
        return good.filter(place -> !wish(statement, place))
                .map(place -> new Sentiment(
                        Clauses.denied(statement, place)
                                        || LESS.matcher(statement.before(place, 14))
                                                .matches()
                                ? "negative"
                                : "positive",
                        place));
    }

    private static double agreement(Reading reading, Statement statement) {
        var cues = ByMeaning.cues(reading, statement);
        return Math.max(
                cues.of("intent:log_feedback"),
                cues.best("feedback", 0).map(Cues.Likely::probability).orElse(0.0));
    }

    /** "would love to see" is a wish, "love the idea" no praise of what there is. */
    private static boolean wish(Statement statement, Span place) {
        return statement.before(place, 8).matches("(?s).*(?:'d|would|d) $")
                || statement.before(place, 4).endsWith("on ")
                || statement.after(place, 10).matches("^ (?:to|if|the idea).*")
                || statement
                        .between(place.start(), place.end() + 6)
                        .matches(
                                "(?s)(?:agradeceri\\w*|agradeceria\\w*|apprezzere\\w*|apprecierai\\w*|agradeco|agradezco)\\b.*");
    }

    /** The sentence before has said as much already. */
    private static boolean told(Reading reading, Statement statement, String sentiment) {
        return reading.before(statement)
                .filter(before -> reading.drafts.stream()
                        .anyMatch(draft -> draft.entity.equals("feedback")
                                && sentiment.equals(draft.value("sentiment"))
                                && draft.evidence.start() >= before.span().start()
                                && draft.evidence.end() <= before.span().end()))
                .isPresent();
    }

    /** "One rarely sees that": what it is about stands before. */
    private static String before(Reading reading, Statement statement, Span clause) {
        boolean bare = reading.message.fromOutside()
                && clause.equals(statement.span())
                && statement.folded.length() < SHORT
                && statement.products.isEmpty()
                && !statement.has(THING);
        return bare
                ? reading.before(statement)
                        .filter(before -> before.part == statement.part && before.folded.length() > SHORT / 2)
                        .map(before -> before.raw.strip() + " ")
                        .orElse("")
                : "";
    }

    private void write(Reading reading, Statement statement, Span clause, Sentiment found) {
        if (statement.company == null
                || !written.add(statement.company.id() + statement.span().start() + found.value())) {
            return;
        }
        boolean goesOn = reading.message.fromOutside() && told(reading, statement, found.value());
        if (goesOn) {
            return;
        }
        var summary = before(reading, statement, clause)
                + clause.of(reading.text()).replaceFirst("^[\\s,;:.–-]+", "").strip();
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
