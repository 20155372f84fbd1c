package dev.windrose.agents.ask;

import dev.windrose.agents.ask.Answered.Table;
import dev.windrose.agents.ask.Condition.Is;
import dev.windrose.agents.ask.Condition.When;
import dev.windrose.agents.ask.Question.Figure;
import dev.windrose.agents.ask.Question.Group;
import dev.windrose.agents.ask.Question.Order;
import dev.windrose.agents.ask.RunQuestion.Result;
import dev.windrose.records.FieldDescriptor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says figures in plain sentences, each with what it was worked out from. */
@Component
class TellFigure {

    /** So many records are named as what a figure rests on. */
    static final int CITED = 200;

    private static final int GROUPS = 50;

    private final RunQuestion run;
    private final ReadRows read;
    private final Labels labels;

    TellFigure(RunQuestion run, ReadRows read, Labels labels) {
        this.run = run;
        this.read = read;
        this.labels = labels;
    }

    Answered of(Figure figure, List<CitedRecord> rules) {
        return figure.group() == null ? whole(figure, rules) : groups(figure, figure.group(), rules);
    }

    private Answered whole(Figure figure, List<CitedRecord> rules) {
        var result = run.whole(figure);
        if (result.number() == null) {
            return Answered.unknown("There is nothing to work that out from: no %s with the values it takes."
                    .formatted(subject(figure)));
        }
        var cited = new ArrayList<>(rules);
        cited.addAll(cited(figure.subject().type(), result.rows()));
        return new Answered(sentence(figure, result) + note(rules), value(result), cited, false, null, null);
    }

    private static String note(List<CitedRecord> rules) {
        return rules.isEmpty()
                ? ""
                : " Counted as “%s” says.".formatted(rules.getFirst().title());
    }

    private String sentence(Figure figure, Result result) {
        var number = told(result);
        var subject = subject(figure);
        return switch (figure.measure()) {
            case Measure.Count count -> "%s %s.".formatted(number, count(figure, result));
            case Measure.Share share ->
                "%s: %s (%d of %d %s)."
                        .formatted(
                                capital(share.told()),
                                number,
                                result.hits(),
                                result.rows().size(),
                                subject);
            case Measure.Of of ->
                "%s of %s: %s (%d %s)."
                        .formatted(
                                capital(of.kind().name().toLowerCase(java.util.Locale.ROOT)),
                                name(figure.subject().type(), of.path()),
                                number,
                                result.rows().size(),
                                subject);
            case Measure.Duration duration ->
                "%s, %s: %s (%d %s)."
                        .formatted(
                                capital(duration.told()),
                                duration.kind().name().toLowerCase(java.util.Locale.ROOT),
                                number,
                                result.rows().size(),
                                subject);
        };
    }

    private String count(Figure figure, Result result) {
        boolean one = Objects.requireNonNull(result.number()).compareTo(BigDecimal.ONE) == 0;
        return one
                ? subject(figure)
                        .replace(
                                labels.label(figure.subject().type(), false),
                                labels.label(figure.subject().type(), true))
                : subject(figure);
    }

    /** "open deals, Felix Dormann, 2025". */
    private String subject(Figure figure) {
        var type = labels.label(figure.subject().type(), false);
        var told = figure.subject().conditions().stream()
                .map(condition -> told(figure.subject().type(), condition))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        var then = figure.subject().asOf() == null
                ? ""
                : " as of " + figure.subject().asOf();
        return type + (told.isEmpty() ? "" : " (" + told + ")") + then;
    }

    private String told(String type, Condition condition) {
        return switch (condition) {
            case Is is -> (is.not() ? "not " : "") + is.told();
            case Condition.Amount amount ->
                "%s %s %s"
                        .formatted(
                                name(type, amount.path()),
                                amount.than()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', ' '),
                                Labels.money(amount.number(), amount.currency()));
            case When when -> when(type, when);
            case Condition.Empty empty -> (empty.not() ? "with " : "without ") + name(type, empty.path());
            case Condition.Says says -> "with “%s” in their texts".formatted(String.join(" ", says.words()));
            case Condition.Related related ->
                (related.none() ? "without " : "with ")
                        + related.with().stream()
                                .map(each -> told(related.type(), each) + " ")
                                .collect(Collectors.joining())
                        + labels.label(related.type(), false);
        };
    }

    private String when(String type, When when) {
        return when.path().equals(Moments.CLOSED)
                ? "closed " + when.days().told()
                : "%s %s".formatted(name(type, when.path()), when.days().told());
    }

    String name(String type, String path) {
        var field = read.field(type, path);
        return field == null ? path.replace('_', ' ') : field.label().toLowerCase(java.util.Locale.ROOT);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    String number(Result result) {
        return told(result);
    }

    private static String told(Result result) {
        var rounded = RunQuestion.rounded(result);
        if (result.currency() != null) {
            return Labels.money(rounded, result.currency());
        }
        return switch (result.unit()) {
            case "percent" -> rounded.toPlainString() + " %";
            case "" -> Labels.number(rounded);
            default -> Labels.number(rounded) + " " + result.unit();
        };
    }

    static AnswerValue value(Result result) {
        var number = Objects.requireNonNull(result.number());
        return result.currency() == null
                ? new AnswerValue.Figure(number, result.unit())
                : new AnswerValue.Amount(RunQuestion.rounded(result), result.currency());
    }

    static List<CitedRecord> cited(String type, List<Row> rows) {
        return rows.stream()
                .limit(CITED)
                .map(row -> CitedRecord.of(type, row.data().id(), row.data().title()))
                .toList();
    }

    private Answered groups(Figure figure, Group group, List<CitedRecord> rules) {
        var type = figure.subject().type();
        var results = run.groups(figure);
        var field = group.period() == null ? read.field(type, group.path()) : null;
        var names = group.period() == null
                ? labels.of(
                        type, group.path(), results.stream().map(Result::key).toList())
                : results.stream()
                        .collect(Collectors.toMap(
                                Result::key,
                                each -> new AnswerValue.Id(null, null, String.valueOf(each.key())),
                                (one, other) -> one,
                                LinkedHashMap::new));
        var seen =
                results.stream().filter(each -> names.containsKey(each.key())).toList();
        if (seen.isEmpty()) {
            return Answered.unknown("There is nothing to work that out from: no %s.".formatted(subject(figure)));
        }
        var table = table(figure, group, field, names, seen);
        if (figure.order() == Order.NONE) {
            return list(figure, field, names, seen, table, rules);
        }
        return best(figure, field, names, seen, table, rules);
    }

    private Answered list(
            Figure figure,
            @Nullable FieldDescriptor field,
            Map<?, AnswerValue.Id> names,
            List<Result> seen,
            Table table,
            List<CitedRecord> rules) {
        var text = new StringBuilder("%s of %s:".formatted(measure(figure), subject(figure)));
        seen.stream().limit(GROUPS).forEach(each -> text.append("\n")
                .append(labels.told(field, name(names, each)))
                .append(": ")
                .append(told(each))
                .append('.'));
        var cited = new ArrayList<>(rules);
        cited.addAll(cited(
                figure.subject().type(),
                seen.stream().flatMap(each -> each.rows().stream()).toList()));
        var ids = seen.stream().map(each -> name(names, each)).toList();
        return new Answered(text.toString(), new AnswerValue.Ids(ids), cited, false, null, table);
    }

    private static AnswerValue.Id name(Map<?, AnswerValue.Id> names, Result result) {
        return Objects.requireNonNull(names.get(result.key()));
    }

    private Answered best(
            Figure figure,
            @Nullable FieldDescriptor field,
            Map<?, AnswerValue.Id> names,
            List<Result> seen,
            Table table,
            List<CitedRecord> rules) {
        int most = Math.max(1, figure.most());
        var first = seen.getFirst();
        var ties = seen.stream()
                .filter(each -> each.number().compareTo(Objects.requireNonNull(first.number())) == 0)
                .count();
        var chosen = seen.subList(0, Math.min(seen.size(), (int) Math.max(most, Math.min(ties, 5))));
        var text = chosen.stream()
                .map(each -> "%s: %s".formatted(labels.told(field, name(names, each)), told(each)))
                .collect(Collectors.joining("; "));
        var why = figure.why() ? why(figure, first) : "";
        var cited = new ArrayList<>(rules);
        cited.addAll(cited(
                figure.subject().type(),
                chosen.stream().flatMap(each -> each.rows().stream()).toList()));
        var ids = chosen.stream().map(each -> name(names, each)).toList();
        AnswerValue value = ids.size() == 1 ? ids.getFirst() : new AnswerValue.Ids(ids);
        return new Answered(
                "%s (%s of %s).%s%s"
                        .formatted(
                                text,
                                measure(figure).toLowerCase(java.util.Locale.ROOT),
                                subject(figure),
                                why,
                                note(rules)),
                value,
                cited,
                false,
                null,
                table);
    }

    /** The records that weigh most in the group. */
    private String why(Figure figure, Result first) {
        if (!(figure.measure() instanceof Measure.Duration) || first.rows().size() < 2) {
            boolean one = first.rows().size() == 1;
            return " %d %s %s behind it."
                    .formatted(
                            first.rows().size(), labels.label(figure.subject().type(), one), one ? "lies" : "lie");
        }
        var alone = first.rows().stream()
                .map(row -> Map.entry(row.data().title(), run.of(figure, row)))
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder()))
                .limit(2)
                .map(each -> "%s took %s %s".formatted(each.getKey(), Labels.number(each.getValue()), first.unit()))
                .collect(Collectors.joining(", "));
        return " Of its %d, %s.".formatted(first.rows().size(), alone);
    }

    private String measure(Figure figure) {
        return switch (figure.measure()) {
            case Measure.Count count -> "Number";
            case Measure.Share share -> capital(share.told());
            case Measure.Of of ->
                capital(of.kind().name().toLowerCase(java.util.Locale.ROOT)) + " of "
                        + name(figure.subject().type(), of.path());
            case Measure.Duration duration -> capital(duration.told());
        };
    }

    private Table table(
            Figure figure,
            Group group,
            @Nullable FieldDescriptor field,
            Map<?, AnswerValue.Id> names,
            List<Result> seen) {
        var rows = seen.stream()
                .limit(GROUPS)
                .map(each -> {
                    var name = name(names, each);
                    UUID id = name.id();
                    return new Table.Row(
                            id == null ? null : id.toString(), List.of(labels.told(field, name), told(each)));
                })
                .toList();
        var first = group.period() != null
                ? capital(group.period())
                : capital(name(figure.subject().type(), group.path()));
        return new Table(field == null ? null : field.ref(), List.of(first, measure(figure)), rows);
    }
}
