package dev.windrose.agents.advise;

import dev.windrose.records.RecordData;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was said and calls for something: promises of ours that nobody has kept, questions that nobody has answered. */
@Component
class AdviseOnTalks implements AdviceRule {

    private static final String DO =
            "(send|share|provide|prepare|call|get back|come back|forward|write|deliver|schedule|set up|book|arrange|check|find out|clarify|organi[sz]e|follow up|put together|show|draft)";
    private static final Pattern OURS = Pattern.compile(
            "\\b(?:I|we)(?:'ll|’ll| will| shall| am going to| are going to|'m going to|'re going to)(?: also| then)? "
                    + DO + "\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PROMISED = Pattern.compile(
            "(?:^|\\b)(?<who>[\\p{L}]+)? ?(?:have |has )?(?:promised|agreed|committed|offered|undertook) to " + DO
                    + "\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ASKS = Pattern.compile(
            "\\b(asks?|asked|wants? to know|wanted to know|would like to know)\\b (for|whether|if|how|what|when|why|which|who|about)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> TALKS = Set.of("email", "chat", "call", "meeting", "demo");
    private static final Set<String> WRITTEN = Set.of("email", "chat");
    private static final Set<String> US = Set.of("i", "we", "and", "also", "us");
    private static final int QUIET_DAYS = 2;

    @Override
    public Stream<Advice> of(Facts facts) {
        return facts.companies().values().stream()
                .flatMap(company -> Stream.concat(
                        facts.interactions(company.id()).flatMap(one -> promises(facts, company, one)),
                        unanswered(facts, company).stream()));
    }

    private static Stream<Advice> promises(Facts facts, RecordData company, RecordData talk) {
        var theirs = names(talk);
        return Sentences.of(talk.text("body"))
                .filter(sentence -> ours(sentence, theirs, talk))
                .filter(sentence -> !kept(facts, company, talk, sentence))
                .map(sentence -> {
                    var due = dueDay(sentence, facts.day(talk));
                    boolean late = due != null && due.isBefore(facts.today());
                    return Draft.of(facts, "promise_open", talk, company)
                            .of(AdviseOnRecords.deal(facts, talk.reference("deal_id")))
                            .cause(sentence)
                            .due(due)
                            .urgency(late ? 3 : 2)
                            .from(talk, sentence)
                            .says(
                                    "Keep what was promised to " + company.title(),
                                    late
                                            ? "We said so %s ago, it was due %s ago, and nothing on record says that it was done."
                                                    .formatted(ago(facts, facts.day(talk)), ago(facts, due))
                                            : "We said so %s ago, and nothing on record says that it was done."
                                                    .formatted(ago(facts, facts.day(talk))),
                                    AdviseOnRecords.shortened(sentence));
                });
    }

    private static String ago(Facts facts, LocalDate day) {
        return Draft.days(ChronoUnit.DAYS.between(day, facts.today()));
    }

    /** Words of a customer's mail are theirs; in notes "we" is us, and a name that took part on the other side is not. */
    private static boolean ours(String sentence, List<String> theirs, RecordData talk) {
        var promised = PROMISED.matcher(sentence);
        if (promised.find()) {
            String who = promised.group("who");
            return who == null
                    || US.contains(who.toLowerCase(Locale.ROOT))
                    || theirs.stream().noneMatch(name -> name.equalsIgnoreCase(who)) && !theirWord(who);
        }
        return OURS.matcher(sentence).find() && !signedByThem(talk, theirs);
    }

    private static boolean theirWord(String who) {
        return Set.of("they", "he", "she", "customer", "client", "buyer").contains(who.toLowerCase(Locale.ROOT));
    }

    private static boolean signedByThem(RecordData talk, List<String> theirs) {
        if (!WRITTEN.contains(String.valueOf(talk.text("interaction_type")))) {
            return false;
        }
        String body = String.valueOf(talk.text("body")).strip();
        String end = body.substring(Math.max(0, body.length() - 80));
        return theirs.stream().anyMatch(name -> Pattern.compile("\\b%s\\b".formatted(Pattern.quote(name)))
                .matcher(end)
                .find());
    }

    /** First and last names of the customer's people who took part. */
    private static List<String> names(RecordData talk) {
        return talk.refs().getOrDefault("contacts", List.of()).stream()
                .flatMap(person -> Stream.of(String.valueOf(person.title()).split("\\s+")))
                .filter(name -> name.length() > 1)
                .toList();
    }

    /** Something later is about the same. */
    private static boolean kept(Facts facts, RecordData company, RecordData talk, String sentence) {
        var about = Sentences.words(sentence);
        long enough = Math.min(2, Math.max(1, about.size()));
        var day = facts.day(talk);
        boolean said = facts.interactions(company.id())
                .filter(other -> !other.id().equals(talk.id())
                        && !facts.day(other).isBefore(day)
                        && TALKS.contains(String.valueOf(other.text("interaction_type"))))
                .anyMatch(other -> Sentences.shared(about, other.text("subject") + " " + other.text("body")) >= enough);
        return said
                || facts.tasks().stream()
                        .filter(task -> company.id().equals(task.reference("company_id"))
                                && !facts.day(task.createdAt()).isBefore(day))
                        .anyMatch(task ->
                                Sentences.shared(about, task.text("title") + " " + task.text("description")) >= enough);
    }

    private static Optional<Advice> unanswered(Facts facts, RecordData company) {
        return facts.interactions(company.id())
                .filter(one -> TALKS.contains(String.valueOf(one.text("interaction_type"))))
                .findFirst()
                .filter(last -> ChronoUnit.DAYS.between(facts.day(last), facts.today()) >= QUIET_DAYS)
                .flatMap(last -> question(last)
                        .filter(question -> !kept(facts, company, last, question))
                        .map(question -> Draft.of(facts, "unanswered", last, company)
                                .of(AdviseOnRecords.deal(facts, last.reference("deal_id")))
                                .cause(question)
                                .urgency(ChronoUnit.DAYS.between(facts.day(last), facts.today()) > 5 ? 3 : 2)
                                .from(last, question)
                                .says(
                                        "Answer " + company.title(),
                                        "They asked this %s ago, and nothing has followed."
                                                .formatted(ago(facts, facts.day(last))),
                                        "Answer: " + AdviseOnRecords.shortened(question))));
    }

    private static Optional<String> question(RecordData talk) {
        boolean written = WRITTEN.contains(String.valueOf(talk.text("interaction_type")));
        return Sentences.of(talk.text("body"))
                .filter(sentence -> written && sentence.endsWith("?")
                        || ASKS.matcher(sentence).find())
                .findFirst();
    }

    /** Of the usual ways to name a day; counted from the day on which it was said. */
    static @Nullable LocalDate dueDay(String sentence, LocalDate said) {
        String text = sentence.toLowerCase(Locale.ROOT);
        for (var day : DayOfWeek.values()) {
            if (Pattern.compile("\\b(by|on|until|this|next) %s\\b"
                            .formatted(day.name().toLowerCase(Locale.ROOT)))
                    .matcher(text)
                    .find()) {
                return said.with(TemporalAdjusters.next(day));
            }
        }
        if (text.contains("tomorrow")) {
            return said.plusDays(1);
        }
        if (text.contains("today")) {
            return said;
        }
        if (text.contains("this week")) {
            return said.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        }
        return text.contains("next week")
                ? said.plusWeeks(1).with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY))
                : null;
    }
}
