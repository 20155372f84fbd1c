package dev.windrose.agents.ask;

import dev.windrose.agents.ask.Condition.When;
import dev.windrose.agents.ask.Question.Group;
import dev.windrose.agents.ask.Question.Order;
import dev.windrose.records.FieldKind;
import java.util.List;

/** Which of the records come first, who is responsible for them, and what goes without saying. */
final class ReadOrder {

    private ReadOrder() {}

    /** "Biggest", "top 3", "latest". */
    static void order(Reading in, ReadFields fields) {
        var top = in.matcher(
                "(?:top|first|the) (\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)|(two|three|four|five|six|seven|eight|nine|ten) (?:biggest|largest|highest|smallest|lowest|top|newest|oldest|latest)");
        if (in.draft.order != Order.NONE && top.find()) {
            in.draft.most = count(top.group(1) == null ? top.group(2) : top.group(1));
            in.take(top.group());
        }
        boolean latest = in.take("latest|newest|most recent|youngest");
        boolean oldest = in.has("oldest|earliest");
        if (latest || oldest) {
            in.draft.order = Order.MOST;
            in.draft.orderBy = Moments.of(in.type(), in.draft.conditions, new Days(null, in.today, ""), in.today);
            in.draft.descending = latest;
            in.draft.measure = null;
        } else if (in.draft.order != Order.NONE && in.draft.group == null && in.draft.measure == null) {
            var near = fields.unused().stream()
                    .filter(field -> ReadFields.numeric(field.field()))
                    .findFirst();
            var by = near.orElseGet(() -> fields.usual(in.type().name().equals("deal")));
            in.draft.orderBy = by == null ? "created_at" : by.path();
            in.draft.descending = in.draft.order == Order.MOST;
        }
    }

    /** "Fastest closing owner": what is left names the group; tasks that fall due are not done yet. */
    static void late(Reading in, ReadFields fields) {
        if (in.draft.order != Order.NONE && in.draft.group == null && in.draft.measure != null) {
            fields.unused().stream()
                    .filter(field ->
                            field.field().kind().isShared() || field.field().kind() == FieldKind.TEXT)
                    .findFirst()
                    .ifPresent(field -> in.draft.group = new Group(field.path(), null));
        }
        boolean due = in.draft.conditions.stream()
                .anyMatch(each -> each instanceof When when && when.path().equals("due_date"));
        boolean state =
                in.draft.conditions.stream().anyMatch(each -> each.path().equals("status"));
        if (due && !state && "task".equals(in.draft.type)) {
            in.draft.add(new Condition.Is(
                    "status", new java.util.HashSet<Object>(List.of("open", "in_progress")), false, "open"));
        }
    }

    /** "Who looks after": the field of the person. */
    static void responsible(Reading in) {
        boolean who = in.take(
                "who (?:owns|is the owner of|looks after|manages|is responsible for|is in charge of|handles|covers|takes care of|works on)|whose (?:account|deal|customer|task|issue) is");
        if (who && in.draft.group == null && in.draft.measure == null) {
            in.draft.show.add(in.type().field("assignee_id").isPresent() ? "assignee_id" : "owner_id");
        }
        if (in.has("how long")
                && !(in.draft.measure instanceof Measure.Duration)
                && !in.has("how long (?:ago|until)")) {
            in.draft.left.add("how long");
        }
        var next = in.matcher("next (?:open )?(?:task|to-do|deal|contract|meeting|call)");
        var due = List.of("due_date", "deal_expected_signing_date", "date").stream()
                .filter(name -> in.type().field(name).isPresent())
                .findFirst();
        if (next.find() && due.isPresent() && in.draft.measure == null) {
            in.take("next");
            in.draft.order = Order.LEAST;
            in.draft.orderBy = due.get();
            in.draft.descending = false;
            in.draft.show.clear();
            in.draft.add(new When(due.get(), new Days(in.today, null, "from today on")));
        }
    }

    static int count(String word) {
        int at = List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
                .indexOf(word);
        return at >= 0 ? at + 2 : Integer.parseInt(word);
    }

    /** The currency that is wanted, and whether yes or no is. */
    static void manner(Reading in) {
        in.draft.currency = in.has("in (?:eur|euros?)")
                ? "EUR"
                : in.has("in (?:usd|dollars?)") ? "USD" : in.has("in (?:gbp|pounds?)") ? "GBP" : null;
        in.take("in (?:eur|euros?|usd|dollars?|gbp|pounds?)");
        in.draft.whether = in.has("^(?:and )?(?:do|does|did|is|are|was|were|has|have)\\b.*")
                && in.draft.measure == null
                && !in.draft.difference;
    }
}
