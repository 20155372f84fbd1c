package dev.windrose.agents.advise;

import dev.windrose.agents.ask.AnswerValue;
import dev.windrose.agents.ask.CitedRecord;
import dev.windrose.agents.plan.Answers;
import dev.windrose.agents.plan.Goal;
import dev.windrose.agents.plan.GoalReader;
import dev.windrose.agents.plan.Wanted;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.FilterOp;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** "What should I do next with Brimvale?" It is answered; nothing is done before somebody says so. */
@Component
@Order(40)
class ReadNextGoal implements GoalReader {

    private static final int MOST = 5;
    private static final Pattern ASKS = Pattern.compile(
            "(?:so |and |ok(?:ay)?,? )?(?:what (?:should|shall|can|do) (?:i|we) do next|what(?:'s| is| are)(?: (?:my|our|the))? next(?: (?:best )?(?:steps?|actions?))?"
                    + "|what (?:needs|calls for) (?:my|our) attention)(?: (?:with|for|at|in|about|on) (?<who>.+?)| here)?[?.! ]*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HERE =
            Pattern.compile("(?:this|the) (?:account|company|customer)|them|here|it", Pattern.CASE_INSENSITIVE);
    private static final Pattern MINE =
            Pattern.compile("me|us|today|this week|now|my (?:accounts|deals|work)", Pattern.CASE_INSENSITIVE);

    private final Recommendations recommendations;
    private final Records records;

    ReadNextGoal(Recommendations recommendations, Records records) {
        this.recommendations = recommendations;
        this.records = records;
    }

    @Override
    public Optional<Goal> read(Wanted wanted) {
        var asked = ASKS.matcher(wanted.text().strip());
        if (!asked.matches() || !Permissions.allows(ActorScope.current(), Operation.READ, "company")) {
            return Optional.empty();
        }
        String who = asked.group("who") == null ? "" : asked.group("who").strip();
        var view = wanted.view();
        boolean seesAccount = view != null && view.type().equals("company");
        if (seesAccount && (who.isEmpty() || HERE.matcher(who).matches())) {
            return records.findAlone("company", view.id()).map(this::of);
        }
        if (who.isEmpty() || MINE.matcher(who).matches()) {
            return ActorScope.current().rightsOf() == null
                    ? Optional.empty()
                    : Optional.of(told("you", recommendations.mine(MOST)));
        }
        var named = named(wanted.asked() ? wanted.answered() : who);
        return switch (named.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(of(named.getFirst()));
            default ->
                Optional.of(new Goal.Ask(
                        "Which account do you mean?",
                        named.stream().map(RecordData::title).toList()));
        };
    }

    /** By its whole name, or else by how it begins. */
    private List<RecordData> named(String name) {
        var whole = accounts(FilterOp.IS, name);
        return whole.isEmpty() ? accounts(FilterOp.STARTS_WITH, name) : whole;
    }

    private List<RecordData> accounts(FilterOp op, String name) {
        return records.query(RecordQuery.of("company")
                .where(new Filter.Compare("name", op, name))
                .limit(MOST));
    }

    private Goal of(RecordData company) {
        return told(company.title(), recommendations.ofCompany(company.id(), null, MOST));
    }

    private Goal told(String whom, List<Advice> list) {
        if (!recommendations.on()) {
            return new Goal.Say(Answers.refused("Recommendations are switched off in this workspace.", List.of()));
        }
        if (list.isEmpty()) {
            return new Goal.Say(
                    Answers.said("Nothing on record calls for anything from %s right now.".formatted(whom), List.of()));
        }
        var text = new StringBuilder(
                list.size() == 1 ? "One thing is next:" : "%d things are next:".formatted(list.size()));
        var cited = new LinkedHashMap<UUID, CitedRecord>();
        for (int index = 0; index < list.size(); index++) {
            var one = list.get(index);
            text.append("\n%d. %s. %s".formatted(index + 1, one.title(), one.reason()));
            if (one.worth() != null) {
                text.append(' ').append(one.worth().says());
            }
            one.evidence()
                    .forEach(source ->
                            cited.putIfAbsent(source.id(), Answers.cited(source.type(), source.id(), source.title())));
        }
        var ids = list.stream()
                .map(one -> new AnswerValue.Id(one.about().type(), one.about().id(), one.title()))
                .toList();
        return new Goal.Say(Answers.valued(text.toString(), new AnswerValue.Ids(ids), List.copyOf(cited.values())));
    }
}
