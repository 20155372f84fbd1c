package dev.windrose.agents.plan;

import dev.windrose.agents.ask.Answered;
import dev.windrose.agents.ask.Asks;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What asks or orders is no news of the world. An order that hangs on a condition, on a question of the same message or on what somebody else said, and that
 * nobody has read as a goal, is not carried out by half: the question is answered where it can be, and the rest is said to be open.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class HoldBack implements GoalReader {

    private static final String OPEN =
            "I did not do the rest of this, and nothing was changed. Say it as an order of its own, without a condition.";
    private static final Pattern CONDITION =
            Pattern.compile("(?i)(?<!\\p{L})(?:if|unless|only when|in case|falls|wenn|sofern|si)(?!\\p{L})");
    private static final Pattern OTHERS = Pattern.compile(
            "(?i)^(?:put|add|log|note|record|enter|do|set|write) (?:down )?(?:what|whatever)(?!\\p{L}).*");
    private static final Pattern POLITE =
            Pattern.compile("(?i)^\\W*(?:(?:and|ok|please) )?(?:can|could|would|will) (?:you|u|we|i)\\b.*");
    private static final Pattern QUESTION = Pattern.compile("[^.!?\\n]*\\?");

    private final Asks asks;

    HoldBack(Asks asks) {
        this.asks = asks;
    }

    @Override
    public Optional<Goal> read(Wanted wanted) {
        var text = wanted.text();
        var clauses = Clause.of(text);
        var orders = clauses.stream().filter(Clause::order).toList();
        if (orders.isEmpty() || text.length() > 1_000) {
            return Optional.empty();
        }
        var questions = QUESTION.matcher(text)
                .results()
                .map(result -> result.group().strip())
                .filter(question -> !POLITE.matcher(question).matches())
                .filter(question -> !Clause.of(question).getFirst().order())
                .toList();
        boolean condition = orders.stream()
                        .anyMatch(order -> order.begins("(?:move|set|change|put|make|correct|close|mark)\\b.*")
                                && CONDITION.matcher(order.text()).find())
                || clauses.stream().anyMatch(clause -> !clause.order() && clause.begins("(?:if|unless|wenn|falls)\\b"));
        boolean others =
                orders.stream().anyMatch(order -> OTHERS.matcher(order.text()).matches());
        return questions.isEmpty() && !condition && !others
                ? Optional.empty()
                : Optional.of(new Goal.Say(answer(questions, wanted)));
    }

    private Answered answer(List<String> questions, Wanted wanted) {
        var answers = questions.stream()
                .flatMap(question -> asks.of(question, wanted.earlier()).stream())
                .filter(answer -> !answer.refused() && answer.question() == null)
                .toList();
        if (answers.isEmpty()) {
            return Answers.refused(OPEN, List.of());
        }
        var text = answers.stream().map(Answered::text).collect(Collectors.joining("\n"));
        var first = answers.getFirst();
        return new Answered(
                text + "\n" + OPEN,
                first.value(),
                answers.stream().flatMap(answer -> answer.cited().stream()).toList(),
                false,
                null,
                first.table());
    }
}
