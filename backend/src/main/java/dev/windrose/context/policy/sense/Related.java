package dev.windrose.context.policy.sense;

import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.TellRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a part takes from those before it: "more than that", "everyone else", "it". */
final class Related {

    private static final Set<Fact> PLACES = Set.of(Fact.COUNTRY, Fact.REGION);

    private final Statement statement;
    private final List<Statement> before;

    private Related(Statement statement, List<Statement> before) {
        this.statement = statement;
        this.before = before.stream()
                .filter(one -> !one.main.isEmpty() || !one.exact.isEmpty())
                .toList();
    }

    static void complete(Statement statement, List<Statement> before) {
        var related = new Related(statement, before);
        if (related.before.isEmpty()) {
            return;
        }
        var rel = statement.first(Tag.REL);
        if (rel != null && statement.main.stream().noneMatch(Condition.Bound.class::isInstance)) {
            related.compared(rel);
        }
        if (statement.has(Tag.ELSE)) {
            related.others();
        } else if (!statement.has(Tag.STAGE)) {
            related.inherited();
        }
    }

    private void compared(Item rel) {
        if (rel.value().equals("LIMIT")) {
            return;
        }
        boolean above = rel.value().equals("ABOVE");
        if (above && statement.has(Tag.LIMIT) && statement.exact.size() == 1) {
            statement.main.add(Fill.above(statement.exact.removeFirst()));
            return;
        }
        for (int i = before.size() - 1; i >= 0; i--) {
            var one = before.get(i);
            for (var part : one.main) {
                if (part instanceof Condition.Bound bound && bound.compare().rising() != above) {
                    statement.main.add(Condition.not(bound));
                    return;
                }
            }
            if (one.exact.size() == 1) {
                var exact = one.exact.getFirst();
                statement.main.add(above ? Fill.above(exact) : Condition.not(Fill.above(exact)));
                return;
            }
            for (var part : one.main) {
                if (part instanceof Condition.Bound bound && above) {
                    statement.main.add(bound);
                    statement.doubts.add("What it is compared with is not clear.");
                    return;
                }
            }
        }
        if (before.getLast().main.stream().noneMatch(Condition.Bound.class::isInstance)) {
            others();
            return;
        }
        statement.fails("What it is compared with is not said.");
    }

    /** All that the parts before do not speak of. */
    private void others() {
        var told = told();
        var found = new ArrayList<Condition>();
        for (var one : before) {
            var parts = one.main.stream()
                    .filter(part -> part.facts().stream()
                            .allMatch(fact -> told.isEmpty()
                                    ? !fact.equals(Fact.ACTION) && !shared(part, one) && !mine(fact) && !changed(part)
                                    : told.contains(fact)))
                    .toList();
            if (!parts.isEmpty()) {
                found.add(Condition.not(Condition.all(parts)));
            }
        }
        for (var part : before.getLast().main) {
            boolean keeps = part.facts().contains(Fact.ACTION)
                    || shared(part, before.getLast())
                    || !told.isEmpty()
                            && part.facts().stream().noneMatch(told::contains)
                            && !(part instanceof Condition.Bound);
            if (keeps && part.facts().stream().noneMatch(this::mine)) {
                statement.main.add(part);
            }
        }
        if (found.isEmpty()) {
            statement.fails("What the others are is not clear.");
        }
        statement.main.addAll(found);
    }

    /** What all of them ask is no difference between them. */
    private boolean shared(Condition part, Statement of) {
        boolean truth = part.facts().stream().allMatch(fact -> fact.form() == Fact.Form.TRUTH);
        boolean all = before.size() > 1 && before.stream().allMatch(one -> one.main.contains(part));
        boolean alone = of.main.stream()
                        .filter(one -> !one.facts().contains(Fact.ACTION))
                        .count()
                > 1;
        return alone && (truth && before.size() == 1 || all);
    }

    private boolean changed(Condition part) {
        return part instanceof Condition.Bound
                && before.stream().allMatch(one -> one.main.stream()
                        .anyMatch(other -> !(other instanceof Condition.Bound)
                                && !other.facts().contains(Fact.ACTION)))
                && before.stream().anyMatch(one -> one.main.size() > 1)
                && statement.main.stream().anyMatch(Condition.Bound.class::isInstance);
    }

    private boolean mine(Fact fact) {
        return statement.facts().contains(fact)
                || statement.exact.stream().anyMatch(one -> one.fact().equals(fact));
    }

    private Set<Fact> told() {
        var found = new java.util.TreeSet<Fact>();
        for (var item : statement.items) {
            if (item.is(Tag.ELSE) && item.value().equals("PLACE")) {
                found.addAll(PLACES);
            } else if (item.is(Tag.FILLER, Tag.ELSE)) {
                switch (item.value().toLowerCase(java.util.Locale.ROOT)) {
                    case "source", "sources" -> found.add(Fact.LEAD_SOURCE);
                    case "location", "locations" -> found.add(Fact.DATA_LOCATION);
                    case "industry", "industries", "branche", "branchen" -> found.add(Fact.INDUSTRY);
                    case "segment", "segments" -> found.add(Fact.SEGMENT);
                    case "country", "countries", "region", "regions", "elsewhere" -> found.addAll(PLACES);
                    default -> {}
                }
            } else if (item.is(Tag.PLANWORD)) {
                found.add(Fact.PLAN);
            } else if (item.is(Tag.PRODUCTWORD)) {
                found.add(Fact.PRODUCT);
            }
        }
        found.removeIf(fact -> before.stream().noneMatch(one -> one.facts().contains(fact)));
        return found;
    }

    /** What has no subject of its own goes on about that of the part before. */
    private void inherited() {
        var last = before.getLast();
        boolean near = last.sentence == statement.sentence || statement.sentence - last.sentence == 1;
        boolean priced = !statement.exact.isEmpty();
        boolean subject = !statement.acts.isEmpty() && !pronoun()
                || statement.has(Tag.FACT) && !priced && !statement.has(Tag.REL) && !pronoun();
        boolean bounds = statement.main.stream().anyMatch(Condition.Bound.class::isInstance);
        boolean own = statement.main.stream().anyMatch(one -> !(one instanceof Condition.Bound));
        boolean pronoun = pronoun();
        boolean empty = statement.main.isEmpty();
        boolean goesOn = bounds && !own || pronoun || empty || statement.has(Tag.REL);
        boolean pending = last.then == null;
        for (var part : List.copyOf(last.main)) {
            boolean clash = part.facts().stream().anyMatch(this::mine)
                    || part.facts().contains(Fact.ACTOR_ROLE) && !statement.roles.isEmpty();
            boolean action = part.facts().contains(Fact.ACTION)
                    && last.sentence == statement.sentence
                    && !statement.has(Tag.FACT);
            boolean bound = part instanceof Condition.Bound;
            boolean added = statement.also && last.sentence == statement.sentence && !bound && last.then != null;
            boolean takes = !clash
                    && near
                    && (added || !subject && (goesOn || action))
                    && (!bound || !bounds && (pending || pronoun && own || empty && priced) && !statement.has(Tag.REL));
            if (takes && !statement.main.contains(part)) {
                statement.main.add(part);
                if (!pending && last.sentence != statement.sentence) {
                    statement.doubts.add("\"%s\" is taken from what stands before.".formatted(TellRule.of(part)));
                }
            }
        }
    }

    /** "it" behind a condition of its own means that one. */
    private boolean pronoun() {
        boolean own = false;
        for (var item : statement.items) {
            if (item.is(Tag.SAME)
                    || item.is(Tag.PRONOUN)
                            && !(own && Set.of("it", "es", "its").contains(item.value()))) {
                return true;
            }
            own |= item.is(Tag.FACT, Tag.RANGE, Tag.IS, Tag.ACT);
        }
        return false;
    }
}
