package dev.windrose.agents.plan;

import dev.windrose.agents.ask.AnswerValue;
import dev.windrose.agents.run.RunPlan;
import dev.windrose.agents.run.RunShape;
import dev.windrose.agents.run.RunStep;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.Filter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** "Route the … lead", "whose is it? assign": gives it to whom the routing clause names. */
@Component
@Order(300)
class ReadRouting implements GoalReader {

    private static final Pattern ROUTES = Pattern.compile(
            "(?i)(?<!\\p{L})(?:route|triage)(?!\\p{L})|(?<!\\p{L})assign [^.]*by the rules?(?!\\p{L})|(?<!\\p{L})assign(?: (?:it|this|that|them))?(?: by the rules?| properly| correctly| to (?:whoever|the right)[^.]*)?\\s*[.!]*$"
                    + "|to whoever (?:it|this|that) belongs|to whom it belongs|set the owner|who gets it\\?|zuweisen|wem gehört");

    private final ReadMentions mentions;
    private final LookUp look;
    private final Routing routing;

    ReadRouting(ReadMentions mentions, LookUp look, Routing routing) {
        this.mentions = mentions;
        this.look = look;
        this.routing = routing;
    }

    @Override
    public Optional<Goal> read(Wanted wanted) {
        var self = ActorScope.current().person();
        if (self == null
                || wanted.text().length() > 500
                || !ROUTES.matcher(wanted.text()).find()) {
            return Optional.empty();
        }
        var wish = new Wish(wanted, mentions.in(wanted.text()), self.value(), look);
        if (wish.mentions.stream()
                .anyMatch(mention -> !mention.of("person").isEmpty()
                        && mention.candidates().size() == mention.of("person").size())) {
            return Optional.empty();
        }
        try {
            return record(wish).map(record -> goal(wish, record));
        } catch (Stop stop) {
            return stop.asks() ? Optional.of(stop.question()) : Optional.empty();
        }
    }

    private Optional<RecordData> record(Wish wish) {
        var whole = new Clause(wish.text, 0, wish.text.length(), true);
        var issues = wish.named("issue");
        if (!issues.isEmpty()) {
            return Optional.of(wish.record(issues.getFirst(), "issue"));
        }
        boolean lead = whole.has("lead|leads|deal|inquiry|enquiry");
        boolean known = !wish.named("company").isEmpty()
                || !wish.named("deal").isEmpty()
                || wish.viewed("deal").isPresent();
        if (lead && known) {
            return Optional.of(lead(wish, whole));
        }
        return wish.viewed("issue").or(() -> byTitle(wish, whole));
    }

    /** An open issue by the words of its title, two of them at least. */
    private Optional<RecordData> byTitle(Wish wish, Clause whole) {
        if (!whole.has("issue|ticket")) {
            return Optional.empty();
        }
        var open = look.all("issue", Filter.in("status", List.of("open", "in_progress", "waiting")));
        long most = open.stream()
                .mapToLong(issue -> LookUp.shared(issue.title(), wish.text))
                .max()
                .orElse(0);
        var best = open.stream()
                .filter(issue -> LookUp.shared(issue.title(), wish.text) == most)
                .toList();
        return most < 2 ? Optional.empty() : Optional.of(wish.one(best, "issue", Wish::told));
    }

    /** One at the first stage goes before others of the same company. */
    private static RecordData lead(Wish wish, Clause whole) {
        var companies = wish.named("company");
        if (whole.has("lead|leads") && !companies.isEmpty()) {
            var leads = companies.getFirst().stream()
                    .flatMap(each -> wish.look.openDeals(each.id()).stream())
                    .filter(deal -> "lead".equals(deal.text("stage")))
                    .distinct()
                    .toList();
            if (!leads.isEmpty()) {
                return wish.one(leads, "lead", Wish::told);
            }
        }
        return wish.deal(whole);
    }

    private Goal goal(Wish wish, RecordData record) {
        Permissions.require(Operation.UPDATE, record.type());
        var routed = routing.of(record);
        if (routed.isEmpty()) {
            return new Goal.Say(Answers.refused(
                    "No routing clause says to whom %s goes, so it stays where it is.".formatted(record.title()),
                    List.of(Answers.cited(record))));
        }
        var policy = routed.get().policy();
        var cited = List.of(Answers.cited("context_entry", policy.id().value(), policy.title()), Answers.cited(record));
        var person = routed.get().person();
        if (person == null) {
            return new Goal.Say(Answers.refused(routed.get().why() + " Nothing was changed.", cited));
        }
        var answer = Answers.valued(
                "%s goes to %s. %s"
                        .formatted(record.title(), person.name(), routed.get().why()),
                new AnswerValue.Id("person", person.id().value(), person.name()),
                cited);
        if (person.id().value().equals(record.reference(ChangeOrders.holder(record.type())))) {
            return new Goal.Say(answer);
        }
        return Goal.Planned.atOnce(plan(wish.text, record, person.id().value()), answer);
    }

    private static RunPlan plan(String said, RecordData record, UUID person) {
        Map<String, @Nullable Object> operation = new LinkedHashMap<>();
        operation.put("op", "update");
        operation.put("type", record.type());
        operation.put("id", record.id().toString());
        operation.put("version", record.version());
        operation.put("values", Map.of(ChangeOrders.holder(record.type()), person.toString()));
        operation.put("evidence", said);
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        arguments.put("summary", "Routed: " + record.title());
        arguments.put("operations", List.of(operation));
        return RunPlan.of(RunShape.SINGLE, said, RunStep.of("route", "apply_changes", arguments));
    }
}
