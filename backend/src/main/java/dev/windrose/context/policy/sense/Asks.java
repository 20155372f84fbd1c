package dev.windrose.context.policy.sense;

import dev.windrose.context.policy.rule.Compare;
import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a statement asks: a price, a way, an approval, a prohibition, or nothing. */
final class Asks {

    private final Statement statement;
    private final List<Statement> before;
    private final boolean goesOn;
    private final boolean priced;

    private Asks(Statement statement, List<Statement> before, boolean goesOn, boolean priced) {
        this.statement = statement;
        this.before = before;
        this.goesOn = goesOn;
        this.priced = priced;
    }

    /**
     * @param goesOn a later part says what holds beyond this one
     * @param priced some part takes a percentage off
     */
    static @Nullable Outcome of(Statement statement, List<Statement> before, boolean goesOn, boolean priced) {
        return new Asks(statement, before, goesOn, priced).outcome();
    }

    private @Nullable Outcome outcome() {
        var last = before.isEmpty() ? null : before.getLast().then;
        var price = Prices.of(statement, last, priced);
        if (price != null) {
            return price;
        }
        if (only()) {
            return onlyBy();
        }
        if (!statement.roles.isEmpty()) {
            return byRoles(last);
        }
        return without(last);
    }

    /** "Only finance may issue a credit", "sent by the bid manager alone". */
    private boolean only() {
        boolean alone = statement.has(Tag.ONLY, Tag.ALONE)
                && !statement.roles.isEmpty()
                && !statement.has(Tag.APPROVE, Tag.NEED, Tag.ROUTE, Tag.BEFORE, Tag.WITHOUT);
        boolean acts = !statement.acts.isEmpty() || statement.has(Tag.MAY);
        return alone && acts && !(statement.has(Tag.ALONE) && statement.has(Tag.MAY) && !statement.has(Tag.ONLY));
    }

    private Outcome onlyBy() {
        any();
        statement.main.add(Condition.not(actor()));
        statement.exclusive = true;
        return new Outcome.Refuse();
    }

    private Condition actor() {
        return new Condition.OneOf(
                Fact.ACTOR_ROLE, statement.roles.stream().map(Asks::single).collect(Collectors.toSet()));
    }

    static String single(String role) {
        boolean plural = role.endsWith("s")
                && !role.endsWith("ss")
                && !role.endsWith("sales")
                && !role.endsWith("operations")
                && !role.endsWith("success")
                && !role.endsWith("services")
                && !role.endsWith("accounts")
                && !role.endsWith("relations");
        return plural ? role.substring(0, role.length() - 1) : role;
    }

    private @Nullable Outcome byRoles(@Nullable Outcome last) {
        boolean denied = statement.has(Tag.NOT, Tag.BAN);
        boolean asks = statement.has(Tag.APPROVE, Tag.NEED);
        boolean until = statement.has(Tag.BEFORE, Tag.WITHOUT, Tag.UNLESS, Tag.ONLY, Tag.EXCEPT);
        boolean freely = statement.has(Tag.FREE) && denied;
        if (statement.has(Tag.ROUTE) && !(statement.has(Tag.APPROVE) && (!routes() || decides()))) {
            return routed();
        }
        if (freely) {
            return approval();
        }
        if (denied && !asks && !until) {
            return acting();
        }
        if (statement.has(Tag.FREE) || denied && asks && !until) {
            return new Outcome.Allow();
        }
        boolean lower = statement.has(Tag.MAY, Tag.GIVE, Tag.ALONE)
                && !asks
                && statement.main.stream()
                        .allMatch(one -> !(one instanceof Condition.Bound bound)
                                || !bound.compare().rising());
        if (lower && !denied && (statement.has(Tag.ALONE, Tag.MAY))) {
            return free();
        }
        if (Takers.taken(statement) && (last instanceof Outcome.Route || Takers.told(statement))) {
            return routed();
        }
        if (asks || until && denied) {
            return approval();
        }
        return bare(last);
    }

    /** "goes to the CFO for approval". */
    private boolean decides() {
        return statement.items.getLast().is(Tag.APPROVE)
                || statement.items.stream()
                        .dropWhile(item -> !item.is(Tag.ROLE))
                        .anyMatch(item -> item.is(Tag.APPROVE));
    }

    private boolean routes() {
        for (int i = 1; i < statement.items.size(); i++) {
            if (statement.items.get(i).is(Tag.ROLE)) {
                for (int j = i - 1; j >= 0; j--) {
                    if (statement.items.get(j).is(Tag.ROUTE)) {
                        return true;
                    }
                    if (!statement.items.get(j).is(Tag.FILLER)) {
                        break;
                    }
                }
            }
        }
        return false;
    }

    private @Nullable Outcome routed() {
        if (statement.has(Tag.NOT, Tag.BAN) && !statement.has(Tag.ELSE)) {
            statement.doubts.add("A negation is left out.");
        }
        if (statement.main.isEmpty()) {
            statement.fails("What goes there is not said.");
            return null;
        }
        if (statement.roles.size() > 1) {
            statement.doubts.add("Who gets it is not clear.");
        }
        return new Outcome.Route(statement.roles.getFirst());
    }

    /** "Junior reps don't hand out discounts." */
    private Outcome acting() {
        any();
        statement.main.add(actor());
        return new Outcome.Refuse();
    }

    private @Nullable Outcome approval() {
        any();
        var by = statement.roles;
        boolean speaker = by.size() > 1
                && statement.items.stream().filter(item -> item.is(Tag.ROLE)).count() > 1
                && first(statement.items).is(Tag.ROLE)
                && !first(statement.items).value().contains("|");
        if (speaker) {
            var actor = by.removeFirst();
            statement.main.add(Fill.one(Fact.ACTOR_ROLE, single(actor)));
        }
        if (statement.has(Tag.UNLESS) && statement.has(Tag.NOT) && statement.except.isEmpty()
                || !statement.main.isEmpty()) {
            if (!statement.except.isEmpty() && statement.main.isEmpty()) {
                statement.fails("When approval is needed is not said.");
            }
            if (!statement.exact.isEmpty()) {
                statement.doubts.add("What a number stands for is not clear.");
            }
            if (statement.items.stream()
                            .anyMatch(
                                    item -> item.is(Tag.APPROVE) && item.value().equals("review"))
                    && !statement.items.stream()
                            .anyMatch(item ->
                                    item.is(Tag.APPROVE) && !item.value().equals("review"))) {
                statement.doubts.add("A review is read as an approval.");
            }
            return statement.main.isEmpty() ? null : new Outcome.Approval(List.copyOf(by), statement.ordered);
        }
        statement.fails("When approval is needed is not said.");
        return null;
    }

    private static Item first(List<Item> items) {
        return items.stream()
                .filter(item -> !item.is(Tag.FILLER, Tag.COMMA))
                .findFirst()
                .orElse(items.getFirst());
    }

    /** A role of which the part before says what it does. */
    private @Nullable Outcome bare(@Nullable Outcome last) {
        if (statement.main.isEmpty()) {
            return null;
        }
        if (last instanceof Outcome.Route && !statement.has(Tag.MUST)) {
            return new Outcome.Route(statement.roles.getFirst());
        }
        boolean routes = statement.acts.contains("create_lead")
                || statement.facts().contains(Fact.HOURS_WAITING)
                || Takers.told(statement);
        boolean told = last instanceof Outcome.Approval || last instanceof Outcome.Allow;
        if (routes && !told) {
            statement.doubts.add("What %s has to do is not said; it is read as who gets it."
                    .formatted(statement.roles.getFirst().replace('_', ' ')));
            return new Outcome.Route(statement.roles.getFirst());
        }
        if (!told && !statement.has(Tag.COLON)) {
            statement.doubts.add("What %s has to do is not said."
                    .formatted(statement.roles.getFirst().replace('_', ' ')));
            return null;
        }
        if (!told) {
            statement.doubts.add("What %s has to do is not said; it is read as an approval."
                    .formatted(statement.roles.getFirst().replace('_', ' ')));
        }
        any();
        return new Outcome.Approval(List.copyOf(statement.roles), statement.ordered);
    }

    private @Nullable Outcome without(@Nullable Outcome last) {
        boolean denied = statement.has(Tag.NOT, Tag.BAN);
        if (statement.limit) {
            return goesOn ? null : capped();
        }
        if (statement.has(Tag.ELSE) && denied && !before.isEmpty() && before.getLast().exclusive) {
            statement.main.clear();
            return null;
        }
        if (goesOn && last() || freed(denied)) {
            return free();
        }
        var filled = filled();
        if (filled != null) {
            return filled;
        }
        if (!statement.only.isEmpty()) {
            statement.main.add(Condition.not(Condition.all(statement.only)));
            statement.exclusive = true;
            return new Outcome.Refuse();
        }
        return denied ? refused() : open(last);
    }

    private boolean freed(boolean denied) {
        boolean verb = statement.items.stream()
                .anyMatch(item -> item.is(Tag.APPROVE) && item.value().equals("verb"));
        boolean unneeded = statement.has(Tag.NOT)
                && statement.has(Tag.APPROVE)
                && !statement.has(Tag.BAN)
                && (!verb || statement.has(Tag.NEED, Tag.MUST) && !statement.has(Tag.IS));
        return statement.has(Tag.FREE)
                || statement.has(Tag.WITHOUT) && statement.has(Tag.APPROVE) && !denied
                || unneeded;
    }

    /** What is asked stands in the part before, or is a limit. */
    private @Nullable Outcome open(@Nullable Outcome last) {
        if (statement.has(Tag.STORED) && statement.has(Tag.ELSE)) {
            return new Outcome.Allow();
        }
        if (statement.has(Tag.ALONE)) {
            return free();
        }
        boolean again = last instanceof Outcome.Approval
                && statement.has(Tag.RANGE)
                && !statement.has(Tag.MAY, Tag.GIVE)
                && before.getLast()
                        .facts()
                        .containsAll(
                                statement.facts().stream().filter(Fact::numeric).toList());
        boolean related = statement.has(Tag.REL, Tag.ELSE)
                && last != null
                && !(last instanceof Outcome.Allow)
                && (statement.has(Tag.APPROVE, Tag.RANGE) || statement.has(Tag.REL));
        boolean refused = last instanceof Outcome.Refuse
                && statement.has(Tag.RANGE)
                && statement.sentence == before.getLast().sentence
                && !statement.has(Tag.MAY, Tag.GIVE, Tag.MUST)
                && rising(statement).equals(rising(before.getLast()));
        return again || related || refused || statement.has(Tag.SAME) ? last : bounded();
    }

    private static Set<String> rising(Statement statement) {
        return statement.main.stream()
                .filter(Condition.Bound.class::isInstance)
                .map(Condition.Bound.class::cast)
                .map(bound -> bound.fact().key() + bound.compare().rising())
                .collect(Collectors.toSet());
    }

    /** "up to 10 % none". */
    private boolean last() {
        var items = statement.items.stream()
                .filter(item -> !item.is(Tag.FILLER, Tag.COMMA, Tag.COLON))
                .toList();
        return !items.isEmpty()
                && items.getLast().is(Tag.NOT)
                && statement.main.stream().anyMatch(Condition.Bound.class::isInstance);
    }

    /** "Before a contract is signed, the legal review must be filled in." */
    private @Nullable Outcome filled() {
        boolean asks = statement.has(Tag.BEFORE, Tag.NEED, Tag.WITHOUT, Tag.MUST, Tag.FILL, Tag.ONLY, Tag.UNLESS);
        return statement.fields.isEmpty() || statement.acts.isEmpty() || !asks
                ? null
                : new Outcome.Missing(List.copyOf(statement.fields));
    }

    private Outcome capped() {
        statement.exact.forEach(exact -> statement.main.add(Fill.above(exact)));
        return new Outcome.Refuse();
    }

    private @Nullable Outcome free() {
        statement.exact.forEach(exact ->
                statement.main.add(new Condition.Bound(exact.fact(), Compare.UP_TO, exact.value(), exact.currency())));
        if (statement.main.isEmpty()) {
            return null;
        }
        return new Outcome.Allow();
    }

    private @Nullable Outcome refused() {
        if (statement.has(Tag.NOT) && statement.has(Tag.BAN)) {
            statement.doubts.add("It is denied twice.");
        }
        if (!statement.exact.isEmpty() && statement.main.stream().noneMatch(Condition.Bound.class::isInstance)) {
            statement.doubts.add("A number is read as a limit.");
            statement.exact.forEach(exact -> statement.main.add(Fill.above(exact)));
        }
        any();
        boolean about = !statement.main.isEmpty();
        if (!about || statement.has(Tag.BEFORE)) {
            statement.fails("What is prohibited is not said.");
            return null;
        }
        return new Outcome.Refuse();
    }

    /** "may run up to 60 days", "must run for at least a year". */
    private @Nullable Outcome bounded() {
        var payment = statement.main.stream()
                .filter(one -> one.facts().contains(Fact.PAYMENT))
                .findFirst();
        if (payment.isPresent() && statement.has(Tag.MUST) && statement.main.size() > 1 && !statement.has(Tag.IF)) {
            statement.main.remove(payment.get());
            statement.main.add(Condition.not(payment.get()));
            return new Outcome.Refuse();
        }
        var bounds = statement.main.stream()
                .filter(Condition.Bound.class::isInstance)
                .toList();
        boolean upper = bounds.size() == 1
                && !((Condition.Bound) bounds.getFirst()).compare().rising();
        boolean must = statement.has(Tag.MUST) && bounds.size() == 1;
        boolean may = statement.has(Tag.MAY) && upper;
        if (may && goesOn || may && statement.nouns.isEmpty() && statement.acts.isEmpty()) {
            return new Outcome.Allow();
        }
        boolean capped = upper
                && !statement.has(Tag.IF, Tag.EXCEPT)
                && statement.main.size() <= 2
                && (may || !statement.nouns.isEmpty() || !statement.acts.isEmpty())
                && !statement.has(Tag.NEED, Tag.APPROVE, Tag.ROUTE);
        if ((must || capped) && !goesOn && !statement.has(Tag.IF)) {
            statement.main.remove(bounds.getFirst());
            statement.main.add(Condition.not(bounds.getFirst()));
            statement.doubts.add("A number is read as a limit.");
            return new Outcome.Refuse();
        }
        return capped && goesOn ? new Outcome.Allow() : null;
    }

    /** A discount that is named without a number is any discount. */
    private void any() {
        boolean bound = statement.facts().contains(Fact.DISCOUNT_PERCENT)
                || statement.except.stream().anyMatch(one -> one.facts().contains(Fact.DISCOUNT_PERCENT));
        if (statement.nouns.contains(Fact.DISCOUNT_PERCENT) && !bound && !statement.acts.contains("refund")) {
            statement.main.add(new Condition.Bound(Fact.DISCOUNT_PERCENT, Compare.ABOVE, BigDecimal.ZERO, null));
        }
    }
}
