package dev.windrose.agents.plan;

import dev.windrose.records.RecordData;
import dev.windrose.records.query.Filter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** "Move the close to …", "close it as lost", "… is done", "make the issue urgent and mine", "give it to Kim". */
final class ChangeOrders implements OrderKind {

    private static final Map<String, String> DUE = Map.of(
            "deal",
            "deal_expected_signing_date",
            "project",
            "target_end_date",
            "task",
            "due_date",
            "issue",
            "due_date");
    private static final Pattern DONE = Pattern.compile(
            "(?is)^(?:(?:mark|set|tick) (?<one>.+?) (?:as |to )?(?:done|complete|completed|finished|off)|(?<two>.+?) (?:is|are) (?:now )?(?:done|complete|completed|finished))$");
    private static final Pattern PHONE = Pattern.compile(
            "(?is)^(?<who>.+?)['’]s? (?:new )?(?:phone |mobile |cell )?number is (?:now )?(?<number>[+\\d][\\d ()/.-]{5,})(?<rest>.*)$");
    private static final List<String> PRIORITIES = List.of("urgent", "high", "medium", "low");

    @Override
    public boolean read(Clause clause, Wish wish) {
        return batch(clause, wish)
                || closed(clause, wish)
                || done(clause, wish)
                || issue(clause, wish)
                || moved(clause, wish)
                || phone(clause, wish)
                || primary(clause, wish)
                || given(clause, wish);
    }

    /** "Push all my overdue tasks to next Monday." */
    private static boolean batch(Clause clause, Wish wish) {
        if (!clause.begins(
                "(?:move|push|postpone|shift|reschedule|set) (?:all|every one) (?:of )?(?:my|the) (?:open )?(?:overdue|late) tasks\\b.*")) {
            return false;
        }
        var day = wish.day(clause);
        if (day.isEmpty()) {
            throw Stop.asking("To which day?", List.of());
        }
        var tasks = wish.look.all("task", Filter.is("assignee_id", wish.self)).stream()
                .filter(task -> List.of("open", "in_progress").contains(String.valueOf(task.text("status"))))
                .filter(task -> task.value("due_date") instanceof LocalDate due && due.isBefore(wish.today))
                .toList();
        tasks.forEach(
                task -> wish.update(task, clause, Map.of("due_date", day.get().toString())));
        wish.last = null;
        wish.counted = tasks.size();
        return true;
    }

    private static boolean closed(Clause clause, Wish wish) {
        boolean lost = clause.begins("(?:close|mark|set|move|put)\\b.*\\blost\\b.*");
        boolean won = clause.begins("(?:close|mark|set|move|put)\\b.*\\bwon\\b.*");
        if (lost == won || clause.has("not")) {
            return false;
        }
        var deal = wish.deal(clause);
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("stage", lost ? "lost" : "won");
        if (lost) {
            var story = LogOrders.story(wish);
            LogOrders.reason(clause.text())
                    .or(() -> LogOrders.reason(story))
                    .ifPresent(reason -> values.put("lost_reason", reason.replace('_', ' ')));
            LogOrders.competitor(wish)
                    .ifPresent(rival ->
                            values.put("competitors", List.of(rival.id().toString())));
        } else {
            wish.day(clause).ifPresent(day -> values.put("deal_signing_date", day.toString()));
        }
        wish.update(deal, clause, values);
        return true;
    }

    private static boolean done(Clause clause, Wish wish) {
        var match = DONE.matcher(clause.text());
        if (!match.matches()) {
            return false;
        }
        for (var type : List.of("project", "task", "issue")) {
            var found = wish.named(clause, type);
            if (!found.isEmpty()) {
                var record = wish.record(found.getFirst(), type);
                wish.update(record, clause, Map.of("status", type.equals("issue") ? "resolved" : "done"));
                return true;
            }
        }
        return task(match.group("one") == null ? match.group("two") : match.group("one"), clause, wish);
    }

    /** One of the own open tasks, by most of the words of its title. */
    private static boolean task(String words, Clause clause, Wish wish) {
        var own = wish.look.all("task", Filter.is("assignee_id", wish.self)).stream()
                .filter(task -> List.of("open", "in_progress").contains(String.valueOf(task.text("status"))))
                .filter(task -> {
                    long shared = LookUp.shared(task.title(), words);
                    return shared > 0 && 2 * shared > LookUp.words(task.title()).size();
                })
                .toList();
        if (own.isEmpty()) {
            return false;
        }
        wish.update(wish.one(own, "task", Wish::told), clause, Map.of("status", "done"));
        return true;
    }

    /** "Make the eleven-gateways issue urgent and mine." */
    private static boolean issue(Clause clause, Wish wish) {
        if (!clause.begins("(?:make|set|change|update)\\b.*\\b(?:issue|ticket)\\b.*")
                        && wish.named(clause, "issue").isEmpty()
                || !clause.begins("(?:make|set|change|update)\\b.*")) {
            return false;
        }
        var values = new LinkedHashMap<String, @Nullable Object>();
        PRIORITIES.stream().filter(clause::has).findFirst().ifPresent(priority -> values.put("priority", priority));
        if (clause.has("mine")) {
            values.put("assignee_id", wish.self.toString());
        }
        if (values.isEmpty()) {
            return false;
        }
        wish.update(issueOf(clause, wish), clause, values);
        return true;
    }

    private static RecordData issueOf(Clause clause, Wish wish) {
        var named = wish.named(clause, "issue");
        if (!named.isEmpty()) {
            return wish.record(named.getFirst(), "issue");
        }
        var company = wish.company(clause).orElseThrow(Stop::unread);
        var open = wish.look.all("issue", Filter.is("company_id", company.id())).stream()
                .filter(issue -> !List.of("resolved", "closed").contains(String.valueOf(issue.text("status"))))
                .toList();
        return wish.one(best(open, clause.text()), "issue", Wish::told);
    }

    private static List<RecordData> best(List<RecordData> records, String words) {
        long most = records.stream()
                .mapToLong(each -> LookUp.shared(each.title(), words))
                .max()
                .orElse(0);
        return records.stream()
                .filter(each -> LookUp.shared(each.title(), words) == most)
                .toList();
    }

    private static boolean moved(Clause clause, Wish wish) {
        if (!clause.begins("(?:move|push|postpone|shift|reschedule|set|change|update|put|correct)\\b.*")) {
            return false;
        }
        var day = wish.day(clause);
        if (day.isEmpty()) {
            return staged(clause, wish) || health(clause, wish);
        }
        for (var type : List.of("project", "task", "issue")) {
            var found = wish.named(clause, type);
            if (!found.isEmpty()) {
                var record = wish.record(found.getFirst(), type);
                wish.update(record, clause, Map.of(DUE.get(type), day.get().toString()));
                return true;
            }
        }
        if (!clause.has("deal|close|closing|signing|signature|sign date")
                && wish.named(clause, "deal").isEmpty()) {
            return false;
        }
        wish.update(wish.deal(clause), clause, Map.of(DUE.get("deal"), day.get().toString()));
        return true;
    }

    private static boolean staged(Clause clause, Wish wish) {
        var stages = List.of("lead", "qualified", "discovery", "proposal", "negotiation").stream()
                .filter(stage -> clause.has("(?:to|in|into|as) (?:the )?" + stage))
                .toList();
        boolean sure = stages.size() == 1 && !clause.has("if|unless|not|when");
        if (!sure
                || wish.named(clause, "deal").isEmpty()
                        && !clause.has("deal")
                        && wish.named(clause, "company").isEmpty()) {
            return false;
        }
        wish.update(wish.deal(clause), clause, Map.of("stage", stages.getFirst()));
        return true;
    }

    private static boolean health(Clause clause, Wish wish) {
        if (!clause.has("deal") || !clause.has("at risk|good|bad")) {
            return false;
        }
        var value = clause.has("at risk") ? "at_risk" : clause.has("good") ? "good" : "bad";
        wish.update(wish.deal(clause), clause, Map.of("deal_health", value));
        return true;
    }

    private static boolean phone(Clause clause, Wish wish) {
        var match = PHONE.matcher(clause.text());
        var contacts = wish.named(clause, "contact");
        if (!match.matches() || contacts.size() != 1) {
            return false;
        }
        wish.update(
                wish.record(contacts.getFirst(), "person"),
                clause,
                Map.of("phone", match.group("number").strip()));
        return true;
    }

    /** The former one steps back by a rule of the record. */
    private static boolean primary(Clause clause, Wish wish) {
        var contacts = wish.named(clause, "contact");
        if (contacts.size() != 1
                || !clause.begins("(?:make|set)\\b.*\\b(?:primary|main) (?:contact|point of contact)\\b.*")
                        && !clause.begins("mach\\b.*\\bhauptkontakt\\b.*")) {
            return false;
        }
        wish.update(wish.record(contacts.getFirst(), "person"), clause, Map.of("is_primary", true));
        return true;
    }

    /** "Give the deal to Kim." */
    private static boolean given(Clause clause, Wish wish) {
        if (!clause.begins("(?:give|assign|hand|pass|reassign|transfer)\\b.* to .+")
                || clause.has("whoever|right person|the rules?|by the rule|belongs")) {
            return false;
        }
        var target = clause.text().replaceFirst("(?is)^.* to ", "");
        var to = new Clause(target, clause.end() - target.length(), clause.end(), false);
        Optional<java.util.UUID> person = target.matches("(?i)me|myself") ? Optional.of(wish.self) : wish.person(to);
        if (person.isEmpty()) {
            return false;
        }
        var records = new ArrayList<RecordData>();
        for (var type : List.of("issue", "task", "deal", "company")) {
            var found = wish.in(clause).stream()
                    .filter(mention -> mention.end() <= to.start())
                    .map(mention -> mention.of(type))
                    .filter(each -> !each.isEmpty())
                    .findFirst();
            boolean said = clause.has(type.equals("company") ? "account|company" : type);
            if (found.isPresent() && (records.isEmpty() && (said || type.equals("issue") || type.equals("task")))) {
                records.add(wish.record(found.get(), type));
            }
        }
        if (records.isEmpty() && clause.has("deal|lead")) {
            records.add(wish.deal(clause));
        }
        if (records.isEmpty()) {
            return false;
        }
        var record = records.getFirst();
        wish.update(record, clause, Map.of(holder(record.type()), person.get().toString()));
        return true;
    }

    static String holder(String type) {
        return type.equals("issue") || type.equals("task") ? "assignee_id" : "owner_id";
    }
}
