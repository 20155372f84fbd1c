package dev.windrose.agents.plan;

import dev.windrose.agents.ask.AnswerValue;
import dev.windrose.agents.ask.Answered;
import dev.windrose.agents.run.RunPlan;
import dev.windrose.agents.run.RunShape;
import dev.windrose.agents.run.RunStep;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Orders that people give in so many words, several in a message: together they are one change, with one undo. */
@Component
@Order(500)
class ReadOrders implements GoalReader {

    private static final int MANY = 20;
    private static final List<OrderKind> KINDS = List.of(new TaskOrders(), new LogOrders(), new ChangeOrders());
    /** What somebody reports is for the reader of news, so a message that also does that goes there whole. */
    private static final Pattern NEWS = Pattern.compile(
            "(?i)(?<!\\p{L})(?:called|met|spoke|talked|phoned|visited|emailed|mailed|rang|had (?:a|an) \\p{L}+|signed|paid|joined|hired|renewed|won|closed)(?!\\p{L})|@\\p{L}+\\.|[€$£]|\\d%");

    private static final Pattern PLAN = Pattern.compile("(?i)^(?:show me (?:the|a) plan|plan first|plan)\\s*[:,-]\\s*");
    private static final Pattern DECIDES = Pattern.compile("(?i)(?<!\\p{L})(?:if|unless|only when|whether)(?!\\p{L})");

    private final ReadMentions mentions;
    private final LookUp look;

    ReadOrders(ReadMentions mentions, LookUp look) {
        this.mentions = mentions;
        this.look = look;
    }

    @Override
    public Optional<Goal> read(Wanted wanted) {
        var plan = PLAN.matcher(wanted.text());
        boolean show = plan.find();
        var text = show ? wanted.text().substring(plan.end()) : wanted.text();
        var clauses = Clause.of(text);
        var self = ActorScope.current().person();
        boolean ordered = clauses.stream().anyMatch(clause -> clause.order() || reports(clause));
        if (self == null
                || !ordered
                || text.length() > 2_000
                || DECIDES.matcher(text).find()
                || text.contains("?")) {
            return Optional.empty();
        }
        var wish = new Wish(
                new Wanted(text, wanted.replies(), wanted.earlier(), wanted.view()),
                mentions.in(text),
                self.value(),
                look);
        try {
            return clauses.stream().allMatch(clause -> understood(clause, wish))
                            && (!wish.operations.isEmpty() || wish.counted == 0)
                    ? Optional.of(goal(wish, show))
                    : Optional.empty();
        } catch (Stop stop) {
            return stop.asks() ? Optional.of(stop.question()) : Optional.empty();
        }
    }

    /** "X is done" orders nothing and still is an effect that people expect. */
    private static boolean reports(Clause clause) {
        return clause.text().matches("(?is).+ (?:is|are) (?:now )?(?:done|complete|completed|finished)")
                || clause.has("number is");
    }

    private static boolean understood(Clause clause, Wish wish) {
        if (!clause.order() && clause.begins("(?:don['’]?t|do not|nothing else|no rush|thanks?|thank you)\\b")) {
            return true;
        }
        for (var kind : KINDS) {
            if ((clause.order() || reports(clause)) && kind.read(clause, wish)) {
                return true;
            }
        }
        return !clause.order()
                && !reports(clause)
                && !NEWS.matcher(clause.text()).find();
    }

    private Goal goal(Wish wish, boolean show) {
        if (wish.operations.isEmpty()) {
            return new Goal.Say(
                    Answers.valued("There are none.", new AnswerValue.Figure(BigDecimal.ZERO, ""), List.of()));
        }
        for (var operation : wish.operations) {
            Permissions.require(
                    "create".equals(operation.get("op")) ? Operation.CREATE : Operation.UPDATE,
                    String.valueOf(operation.get("type")));
        }
        var arguments = new LinkedHashMap<String, @Nullable Object>();
        arguments.put("summary", line(wish.text));
        arguments.put("operations", wish.operations);
        var plan = RunPlan.of(RunShape.SINGLE, wish.text, RunStep.of("change", "apply_changes", arguments));
        return new Goal.Planned(
                plan,
                Map.of("change", new Goal.StepNote(line(wish.text), null, true, null)),
                wish.counted < 0 ? null : counted(wish),
                show || wish.operations.size() > MANY);
    }

    private Answered counted(Wish wish) {
        var cited = wish.cited.stream()
                .map(id -> Answers.cited(look.get(wish.typeOf(id), id)))
                .toList();
        return Answers.valued(
                "%d %s moved.".formatted(wish.counted, wish.counted == 1 ? "task is" : "tasks are"),
                new AnswerValue.Figure(BigDecimal.valueOf(wish.counted), ""),
                cited);
    }

    private static String line(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() > 120 ? line.substring(0, 119) + "…" : line;
    }
}
