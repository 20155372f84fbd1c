package dev.windrose.agents.ask;

import dev.windrose.agents.ask.Condition.Is;
import dev.windrose.agents.ask.Condition.When;
import dev.windrose.agents.ask.Question.Compare;
import dev.windrose.agents.ask.Question.Figure;
import dev.windrose.agents.ask.Question.Listing;
import dev.windrose.agents.ask.Question.Order;
import dev.windrose.agents.ask.Question.Subject;
import dev.windrose.agents.ask.Question.Whether;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a typed question of a draft whose words are all understood. */
final class BuildQuestion {

    private BuildQuestion() {}

    static Question of(Draft draft, boolean several) {
        var subject = new Subject(String.valueOf(draft.type), draft.conditions, draft.asOf);
        var measure = draft.measure;
        if (measure instanceof Measure.Of(var kind, var path) && one(draft) && kind == Measure.Kind.SUM) {
            return new Listing(subject, List.of(path), null, true, 0);
        }
        if (!draft.sides.isEmpty() && draft.group == null && (draft.order != Order.NONE || draft.difference)) {
            draft.group = new Question.Group(draft.sides.getFirst().path(), null);
            draft.order = draft.order == Order.NONE ? Order.MOST : draft.order;
            measure = measure == null ? new Measure.Count() : measure;
        }
        if (draft.difference && !draft.periods.isEmpty() && draft.group == null) {
            return compare(draft, subject, measure == null ? new Measure.Count() : measure);
        }
        if (measure == null && draft.group != null) {
            measure = new Measure.Count();
        }
        if (measure != null) {
            return figure(draft, subject, measure);
        }
        if (draft.whether && draft.show.isEmpty()) {
            return new Whether(subject);
        }
        int most = draft.orderBy == null ? 0 : draft.most > 0 ? draft.most : several ? 5 : 1;
        return new Listing(
                subject, draft.orderBy == null ? draft.show : List.of(), draft.orderBy, draft.descending, most);
    }

    private static Figure figure(Draft draft, Subject subject, Measure measure) {
        return new Figure(
                subject,
                measure,
                draft.group,
                draft.group == null ? Order.NONE : draft.order,
                draft.most,
                draft.why,
                draft.currency);
    }

    /** One record is named. */
    private static boolean one(Draft draft) {
        return draft.conditions.stream()
                .anyMatch(condition -> condition instanceof Is is
                        && is.path().equals("id")
                        && is.values().size() == 1);
    }

    /** Of two periods the later less the earlier; of one that and the same of the year before. */
    private static Compare compare(Draft draft, Subject subject, Measure measure) {
        var first = draft.periods.getFirst();
        var second = draft.periods.size() > 1 ? draft.periods.get(1) : yearBefore(first);
        boolean swapped = start(first).isAfter(start(second));
        var earlier = swapped ? second : first;
        var later = swapped ? first : second;
        return new Compare(
                figure(draft, in(subject, earlier), measure),
                figure(draft, in(subject, later), measure),
                earlier.told(),
                later.told());
    }

    private static LocalDate start(Days days) {
        return days.first() == null ? LocalDate.MIN : days.first();
    }

    private static Days yearBefore(Days days) {
        return new Days(back(days.first()), back(days.last()), "the year before");
    }

    private static @Nullable LocalDate back(@Nullable LocalDate day) {
        return day == null ? null : day.minusYears(1);
    }

    private static Subject in(Subject subject, Days days) {
        var conditions = new ArrayList<Condition>();
        for (var condition : subject.conditions()) {
            conditions.add(condition instanceof When when ? new When(when.path(), days) : condition);
        }
        return new Subject(subject.type(), conditions, subject.asOf());
    }
}
