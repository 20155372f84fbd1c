package dev.windrose.agents.ask;

import dev.windrose.agents.ask.Condition.Is;
import dev.windrose.agents.ask.Meaning.OfField;
import dev.windrose.agents.ask.Meaning.OfMoment;
import dev.windrose.agents.ask.Measure.Kind;
import dev.windrose.agents.ask.Question.Order;
import dev.windrose.agents.ask.Reading.Mark;
import dev.windrose.records.FieldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what is to be worked out: a count, a sum, a mean, a share, a duration. */
final class ReadMeasure {

    private static final String COUNT =
            "how many|how mny|how may|(?<!phone |deal |order |contract |ticket |invoice |telephone )number of|no of|count of|count|amount of(?= \\S+ (?:accounts|deals|contacts))|quantity of|how often|how much(?= (?:negative|positive|neutral)? ?feedback)";
    private static final String SUM =
            "how much|total|sum of|sum|totals?|altogether|in total|value of|worth of|overall value|combined|add up";
    private static final String MEAN = "average|avg|mean|on average|typical|typically|usual";
    private static final String SHARE =
            "what share|share of|percentage|per cent|percent|proportion|fraction|what part of|how large a part";
    private static final String CYCLE =
            "sales cycles?|cycle time|time to close|days to close|close[sd]? (?:the )?(?:slowest|fastest|quickest|slow|fast|quick)|closing|take[sn]? (?:the )?(?:longest|shortest|long)?.*?to close|how long .*close|(?:slowest|fastest) to close";
    private static final String HANDLING =
            "handle time|handling time|resolution time|time to resolve|how long .*(?:resolve\\w*|solve\\w*|issues?|tickets?)|resolved? (?:slowest|fastest)|hours per issue";

    private final Reading in;
    private final ReadFields fields;

    ReadMeasure(Reading reading, ReadFields fields) {
        this.in = reading;
        this.fields = fields;
    }

    void read() {
        in.draft.why = in.take("and why|why");
        in.draft.difference = in.take(
                "more this year than last|this year than last|than (?:last|the last|the previous|the year before)(?: year)?|compare|compared|how many more|how much more|how many fewer|difference|the change|change in|change from|compared (?:to|with)|vs\\.?|versus|year on year|year over year|yoy|than|grow|grew|growth");
        if (!duration() && !rate() && !share()) {
            plain();
        }
        implied();
    }

    /** "Pipeline" is what is open, what is sold is won. */
    private void implied() {
        var deal = "deal".equals(in.draft.type);
        boolean state = in.draft.conditions.stream()
                .anyMatch(condition -> condition.path().equals("deal_state")
                        || condition.path().equals("stage"));
        if (deal && in.take("pipeline")) {
            if (!state) {
                in.draft.add(new Is("deal_state", Set.of("open"), false, "open"));
            }
            if (in.draft.measure == null && in.draft.order == Order.NONE
                    || in.draft.measure == null && in.draft.group != null) {
                in.draft.measure = amount(Kind.SUM);
            }
        } else if (deal
                && !state
                && in.take("revenue|bookings?|sales")
                && !(in.draft.measure instanceof Measure.Share)) {
            in.draft.add(new Is("deal_state", Set.of("won"), false, "won"));
            in.draft.measure = in.draft.measure == null ? amount(Kind.SUM) : in.draft.measure;
        }
    }

    private boolean duration() {
        boolean deal = "deal".equals(in.draft.type);
        boolean issue = "issue".equals(in.draft.type);
        var kind = in.take("median")
                ? Kind.MEDIAN
                : in.has("longest (?!to)|maximum") && in.draft.group == null && in.draft.order == Order.NONE
                        ? Kind.MAX
                        : Kind.MEAN;
        boolean hours = in.has("hours?") || issue && !in.has("days?");
        var span = span();
        if (span != null) {
            in.take(
                    "how many (?:days|hours)|how long|days?|hours?|from|to|until|between|and|on average|average|mean|in");
            in.draft.measure =
                    new Measure.Duration(kind, span.getFirst(), span.getLast(), hours, "from one to the other");
            return true;
        }
        if (deal && in.has(CYCLE)) {
            in.take(
                    CYCLE
                            + "|how long|slowest|fastest|quickest|longest|shortest|takes?|close[sd]?|closing|average|avg|mean|on average|days?|in days|typical|slow");
            in.draft.conditions.removeIf(condition -> condition.path().equals("deal_state"));
            in.draft.add(new Is("deal_state", Set.of("won"), false, "won"));
            in.draft.measure = new Measure.Duration(kind, "created_at", "deal_signing_date", hours, "sales cycle");
            return true;
        }
        if (issue && in.has(HANDLING) && in.type().field("resolved_at").isPresent()) {
            in.take(
                    HANDLING
                            + "|how long|take|takes|took|need|needs|needed|average|avg|mean|on average|hours?|days?|in hours|in days|handle|handling|time");
            in.draft.conditions.removeIf(condition -> condition.path().equals("status"));
            in.draft.measure = new Measure.Duration(kind, "created_at", "resolved_at", hours, "handle time");
            return true;
        }
        return false;
    }

    /** "From start to end", "from creation to signing": two fields with times. */
    private @Nullable List<String> span() {
        if (!in.has("how many days|how many hours|how long|days|hours|duration|time")) {
            return null;
        }
        var match = in.matcher("from (?:the )?(\\p{L}+(?: date)?) (?:to|until|till) (?:the )?(\\p{L}+(?: date)?)");
        if (!match.find()) {
            return null;
        }
        var one = moment(match.start(1));
        var other = moment(match.start(2));
        return one.isEmpty() || other.isEmpty() ? null : List.of(one.get(), other.get());
    }

    private Optional<String> moment(int position) {
        int at = in.wordAt(position);
        if (in.words.get(at).stem().startsWith("creat")) {
            return Optional.of("created_at");
        }
        return in.marks.stream()
                .filter(mark -> mark.from() <= at && at < mark.to())
                .flatMap(mark -> mark.all().stream())
                .flatMap(meaning ->
                        meaning instanceof OfField field && field.field().kind().isTime()
                                ? java.util.stream.Stream.of(field.path())
                                : meaning instanceof OfMoment time
                                        ? java.util.stream.Stream.of(time.path())
                                        : java.util.stream.Stream.empty())
                .findFirst();
    }

    private boolean rate() {
        if (!"deal".equals(in.draft.type)) {
            return false;
        }
        boolean wins = in.has("win rate|win ratio|hit rate|close rate|closing rate|success rate")
                || in.draft.group != null && in.has("wins? (?:most|fewest|least) of (?:its|their)");
        boolean losses = in.has("loss rate|losing rate");
        if (!wins && !losses) {
            return false;
        }
        in.take(
                "win rates?|win ratio|hit rate|close rate|closing rate|success rate|loss rate|losing rate|wins?|of its|of their|closed|only|deals only");
        in.draft.conditions.removeIf(condition -> condition.path().equals("deal_state"));
        in.draft.add(new Is("deal_state", Set.of("won", "lost"), false, "closed"));
        String state = wins ? "won" : "lost";
        in.draft.measure = new Measure.Share(
                List.of(new Is("deal_state", Set.of(state), false, state)), wins ? "win rate" : "loss rate");
        return true;
    }

    /** What stands before the verb says of whom, what stands after it says what they are. */
    private boolean share() {
        if (!in.has(SHARE) || in.draft.type == null) {
            return false;
        }
        in.take(SHARE + "|in percent|%");
        in.draft.measure = new Measure.Share(List.of(), "share");
        return true;
    }

    private void plain() {
        boolean mean = in.has(MEAN);
        boolean median = in.has("median");
        boolean count = in.has(COUNT);
        boolean sum = in.has(SUM) && !in.has("how much (?:negative|positive|neutral)? ?feedback");
        if (median || mean) {
            of(median ? Kind.MEDIAN : Kind.MEAN, true);
            in.take(MEAN + "|median|number of|how big|how large|how many");
        } else if (count && !numberOfField()) {
            in.draft.measure = new Measure.Count();
        } else if (count || sum && !in.has("which|list|show")) {
            of(Kind.SUM, count);
        } else if (in.draft.order != Order.NONE && in.draft.group != null) {
            grouped();
        } else if (in.draft.group != null) {
            number(false).ifPresent(field -> in.draft.measure = new Measure.Of(Kind.SUM, field.path()));
        }
        in.take(COUNT + "|" + (in.draft.measure == null ? "sum" : SUM));
    }

    /** "How many employees": a field with numbers is added up. */
    private boolean numberOfField() {
        return number(true).isPresent();
    }

    private Optional<OfField> number(boolean beside) {
        var match = in.matcher("how many|number of|how mny");
        int at = match.find() ? in.wordAt(match.end()) : -1;
        return in.marks.stream()
                .filter(mark -> !beside || at >= 0 && mark.from() >= at && mark.from() <= at + 1)
                .flatMap(mark -> mark.all().stream()
                        .filter(OfField.class::isInstance)
                        .map(OfField.class::cast)
                        .filter(field -> ReadFields.numeric(field.field()))
                        .peek(_ -> in.use(mark.from(), mark.to())))
                .findFirst();
    }

    private void of(Kind kind, boolean any) {
        number(false)
                .or(() -> Optional.ofNullable(fields.usual(!any)))
                .or(() -> Optional.ofNullable(fields.usual(true)))
                .ifPresentOrElse(
                        field -> in.draft.measure = new Measure.Of(kind, field.path()),
                        () -> in.draft.measure = kind == Kind.SUM ? new Measure.Count() : null);
    }

    private void grouped() {
        boolean value = in.take("by value|by amount|by volume|by revenue|in value|in money|in euros?|in dollars?");
        var field = number(false);
        in.draft.measure = field.isPresent()
                ? new Measure.Of(Kind.SUM, field.get().path())
                : value ? amount(Kind.SUM) : new Measure.Count();
        in.take("often|common|frequent|of");
    }

    private @Nullable Measure amount(Kind kind) {
        return in.type().fields().values().stream()
                .filter(field -> field.kind() == FieldKind.MONEY && field.stored())
                .findFirst()
                .<Measure>map(field -> new Measure.Of(kind, field.name()))
                .orElse(null);
    }

    /** After all conditions are known: those behind the verb are what the share is of. */
    void split() {
        if (!(in.draft.measure instanceof Measure.Share(var hits, var told)) || !hits.isEmpty()) {
            return;
        }
        var all = in.draft.conditions.stream()
                .filter(condition -> !(condition instanceof Condition.When))
                .toList();
        var verb = in.matcher("is|are|was|were|that|who|which|have|has|in|got|came|come|become|be");
        int head = headEnd();
        int at = -1;
        while (verb.find()) {
            if (in.wordAt(verb.start()) >= head) {
                at = in.wordAt(verb.start());
                break;
            }
        }
        var chosen = new ArrayList<Condition>();
        for (var condition : all) {
            var mark = markOf(condition);
            if (mark == null || at >= 0 && mark.from() > at) {
                chosen.add(condition);
            }
        }
        if (chosen.isEmpty()) {
            chosen.addAll(all);
        }
        in.draft.conditions.removeAll(chosen);
        in.draft.measure = new Measure.Share(chosen, told);
    }

    private int headEnd() {
        int end = 0;
        for (int i = 0; i < in.words.size(); i++) {
            int at = i;
            if (in.types.at(in.words, i).stream()
                    .anyMatch(entry -> entry.meaning() instanceof Meaning.OfType type
                            && type.type().equals(in.draft.type)
                            && at < in.words.size())) {
                return i + 1;
            }
        }
        return end;
    }

    private @Nullable Mark markOf(Condition condition) {
        return in.marks.stream()
                .filter(mark -> mark.all().stream()
                        .anyMatch(meaning -> meaning instanceof Meaning.OfValue value
                                && value.path().equals(condition.path())))
                .findFirst()
                .orElse(null);
    }
}
