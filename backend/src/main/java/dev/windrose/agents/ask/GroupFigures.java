package dev.windrose.agents.ask;

import dev.windrose.agents.ask.Question.Figure;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The figures of a question by group, as numbers: what a report is made of. */
@Component
public class GroupFigures {

    private final ReadQuestion read;
    private final RunQuestion run;
    private final Labels labels;
    private final TellFigure tell;

    GroupFigures(ReadQuestion read, RunQuestion run, Labels labels, TellFigure tell) {
        this.read = read;
        this.run = run;
        this.labels = labels;
        this.tell = tell;
    }

    /**
     * @param told the same in words
     * @param currency of money; null of anything else
     * @param byLabel in the order in which they are told
     */
    public record Figures(Answered told, @Nullable String currency, Map<String, BigDecimal> byLabel) {}

    /** @return empty where the words are no question with groups that is understood whole */
    public Optional<Figures> of(String question) {
        var draft = read.of(question, null);
        if (draft.type == null || draft.unknown != null || !draft.left.isEmpty()) {
            return Optional.empty();
        }
        try {
            Permissions.require(Operation.READ, draft.type);
            return BuildQuestion.of(draft, true) instanceof Figure figure && figure.group() != null
                    ? figures(figure)
                    : Optional.empty();
        } catch (ReadRows.TooMany | ReadRows.Hidden | AppException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Figures> figures(Figure figure) {
        var group = Objects.requireNonNull(figure.group());
        var results = new ArrayList<>(run.groups(figure));
        var names = group.period() == null
                ? labels.of(
                        figure.subject().type(),
                        group.path(),
                        results.stream().map(RunQuestion.Result::key).toList())
                : Map.<Object, AnswerValue.Id>of();
        var byLabel = new LinkedHashMap<String, BigDecimal>();
        for (var result : results) {
            var name = names.get(result.key());
            if (group.period() != null || name != null) {
                byLabel.put(name == null ? String.valueOf(result.key()) : name.label(), RunQuestion.rounded(result));
            }
        }
        return byLabel.isEmpty()
                ? Optional.empty()
                : Optional.of(new Figures(
                        tell.of(figure, List.of()), results.getFirst().currency(), byLabel));
    }
}
