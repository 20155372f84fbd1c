package dev.windrose.intake.reading;

import dev.windrose.llm.heads.Cues;
import dev.windrose.llm.heads.Cues.Likely;
import dev.windrose.llm.heads.Trust;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the heads say of statements that the rules leave open. They never speak of what is denied, hoped, heard or asked. */
final class ByMeaning {

    /** Enough where a wrong guess does little harm. */
    static final double LIKELY = 0.7;
    /** Enough to write a value that a person sees and can change. */
    static final double SURE = 0.8;
    /** Asked of what ends a sale. */
    static final double CERTAIN = 0.9;
    /** Sure enough to choose between values where a rule has found that there is one. */
    static final double CHOICE = 0.4;

    /** Enough for a value, where it is sure that the statement is of the kind that has one. */
    private static final double FAINT = 0.3;
    /** What a message that bears a value of a group is for. */
    private static final Map<String, String> INTENTS = Map.of(
            "issue",
            "report_issue",
            "objection",
            "log_objection",
            "feedback",
            "log_feedback",
            "held",
            "log_interaction");

    private static final double UNREAL = 0.4;
    /** The encoder takes milliseconds a sentence, and long threads have hundreds. */
    private static final int MOST = 80;

    private static final int SHORTEST = 8;
    private static final int LONGEST = 300;

    private static final Pattern TO_COME = Pattern.compile(
            "\\b(?:will|'ll|would|should|could|going to|gonna|about to|plan\\w*|hop(?:e|es|ing)|wants? to|need to|tomorrow|next|"
                    + "soon|once|until|before|after|when|if|wird|werden|soll\\w*|sobald|demain|bientot|va|vont|manana|pronto|"
                    + "cuando|amanha|quando|vai|vao)\\b");

    private final Map<Statement, Cues> kept = new HashMap<>();

    /** The surest value of a group for a statement that is a plain fact. */
    static Optional<Likely> fact(Reading reading, Statement statement, String group, double least) {
        return speaksOfNow(statement) ? plain(reading, statement, group, least) : Optional.empty();
    }

    /** The same where it may also be yet to come: a task, a request. */
    static Optional<Likely> plain(Reading reading, Statement statement, String group, double least) {
        var cues = cues(reading, statement);
        if (!real(cues, statement)) {
            return Optional.empty();
        }
        var intent = INTENTS.get(group);
        double told = intent == null ? 0 : cues.of("intent:" + intent);
        return cues.best(group, least)
                .filter(likely -> likely.trusted(Trust.GOOD))
                .or(() -> told < least || !cues.trusts("intent:" + intent, Trust.GOOD)
                        ? Optional.empty()
                        : cues.best(group, FAINT).map(likely -> new Likely(likely.value(), told, likely.trust())));
    }

    static Optional<Likely> plain(Reading reading, Statement statement, String group, Trust least) {
        var cues = cues(reading, statement);
        return real(cues, statement) ? cues.best(group, least) : Optional.empty();
    }

    private static boolean real(Cues cues, Statement statement) {
        return cues.unreal() <= UNREAL && statement.part.kind() != Part.Kind.SUBJECT;
    }

    /** Which value, where a rule has found that there is one. */
    static Optional<String> choice(Reading reading, Statement statement, String group) {
        return cues(reading, statement).best(group, CHOICE).map(Likely::value);
    }

    static Cues cues(Reading reading, Statement statement) {
        var kept = reading.meaning.kept;
        var cues = kept.get(statement);
        if (cues != null) {
            return cues;
        }
        int length = statement.raw.strip().length();
        if (kept.size() >= MOST || length < SHORTEST || length > LONGEST) {
            return Cues.SILENT;
        }
        var found = reading.heads.of(statement.raw.strip());
        kept.put(statement, found);
        return found;
    }

    private static boolean speaksOfNow(Statement statement) {
        return statement.firm()
                && !Clauses.denies(statement.folded)
                && statement.part.kind() == Part.Kind.OWN
                && !TO_COME.matcher(statement.folded).find();
    }
}
