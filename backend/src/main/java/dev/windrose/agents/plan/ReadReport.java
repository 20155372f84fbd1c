package dev.windrose.agents.plan;

import dev.windrose.agents.ask.Answered;
import dev.windrose.agents.ask.GroupFigures;
import dev.windrose.agents.run.RunPlan;
import dev.windrose.agents.run.RunShape;
import dev.windrose.agents.run.RunStep;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** "A report of … by …": figures that the record gives, kept as a report. */
@Component
@Order(400)
class ReadReport implements GoalReader {

    private static final List<Pattern> SHAPES = List.of(
            shape(
                    "(?:please )?(?:make|create|write|build|prepare|give|get|do|i want|i need|i['’]d like)(?: me| us)? (?:an? |the )?(?:(?<every>weekly|monthly|quarterly|yearly) )?report"
                            + "(?<when> (?:for |of )?20\\d\\d)?(?: of| on| about| with| for|:| showing)? (?<what>.+)"),
            shape(
                    "(?:an? |the )?(?:(?<every>weekly|monthly|quarterly|yearly) )?report(?<when> (?:for |of )?20\\d\\d)?(?: of| on| about| with|:)? ?(?<what>.+)"),
            shape(
                    "(?:please )?(?:make|create|prepare|give|get|i want|i need|i['’]d like|show)(?: me| us)? (?<what>.+?),? as a report"));
    private static final Map<String, String> PERIODS =
            Map.of("weekly", "week", "monthly", "month", "quarterly", "quarter", "yearly", "year");

    private final GroupFigures figures;

    ReadReport(GroupFigures figures) {
        this.figures = figures;
    }

    private static Pattern shape(String pattern) {
        return Pattern.compile("^\\W*" + pattern + "[\\s.!]*$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    @Override
    public Optional<Goal> read(Wanted wanted) {
        if (ActorScope.current().person() == null || wanted.text().length() > 400) {
            return Optional.empty();
        }
        for (var shape : SHAPES) {
            var match = shape.matcher(wanted.text().strip());
            if (match.matches()) {
                var groups = match.namedGroups();
                var every = groups.containsKey("every") ? match.group("every") : null;
                var when = groups.containsKey("when") ? match.group("when") : null;
                return found(wanted, match.group("what").strip(), every, when);
            }
        }
        return Optional.empty();
    }

    private Optional<Goal> found(Wanted wanted, String what, @Nullable String every, @Nullable String when) {
        for (var question : questions(what, every, when)) {
            var found = figures.of(question);
            if (found.isPresent()) {
                Permissions.require(Operation.CREATE, "report");
                return Optional.of(goal(wanted, title(what, every, when), found.get()));
            }
        }
        return Optional.of(new Goal.Say(Answers.refused(
                "I cannot work out what the report is to show. Name the figure and by what it is split, such as “open deals by region”. No report was made.",
                List.of())));
    }

    /** The same as people would ask it, the closest first. */
    private static LinkedHashSet<String> questions(String what, @Nullable String every, @Nullable String when) {
        var plain = what.replaceAll("(?i)\\b(?:counted|split|grouped|broken down) by\\b", "by")
                .replaceFirst("(?i)^the ", "");
        if (every != null
                && !Pattern.compile("(?i)\\b(?:per|by|each|every) \\p{L}+")
                        .matcher(plain)
                        .find()) {
            plain = plain + " per " + PERIODS.get(every.toLowerCase(java.util.Locale.ROOT));
        }
        if (when != null) {
            plain = plain + " in " + when.replaceAll("\\D", "");
        }
        var questions = new LinkedHashSet<String>();
        boolean counts = what.matches("(?is).*\\b(?:counted|count|number of|how many)\\b.*");
        if (counts && !plain.matches("(?is)^(?:number of|how many).*")) {
            questions.add("number of " + plain);
        }
        questions.add(plain);
        questions.add("value of the " + plain);
        questions.add("number of " + plain);
        return questions;
    }

    private static String title(String what, @Nullable String every, @Nullable String when) {
        var title = what.replaceFirst("(?i)^the ", "").replaceAll("[\\s.]+$", "");
        return TaskOrders.capital(when == null || title.contains(when.strip()) ? title : title + "," + when);
    }

    private static Goal goal(Wanted wanted, String title, GroupFigures.Figures found) {
        var body = new StringBuilder(
                "| | %s |\n|---|---:|\n".formatted(found.currency() == null ? "Number" : found.currency()));
        found.byLabel().forEach((label, number) -> body.append("| ")
                .append(label)
                .append(" | ")
                .append(number.toPlainString())
                .append(" |\n"));
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("title", title);
        values.put("figures", found.byLabel());
        values.put("body", body.toString());
        Map<String, @Nullable Object> operation = new LinkedHashMap<>();
        operation.put("op", "create");
        operation.put("type", "report");
        operation.put("values", values);
        operation.put("evidence", wanted.text().strip());
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        arguments.put("summary", "Report: " + title);
        arguments.put("operations", List.of(operation));
        var told = found.told();
        var answer = new Answered(
                "Report “%s”:\n%s".formatted(title, told.text()),
                told.value(),
                told.cited(),
                false,
                null,
                told.table());
        return Goal.Planned.atOnce(
                RunPlan.of(RunShape.SINGLE, wanted.text(), RunStep.of("report", "apply_changes", arguments)), answer);
    }
}
