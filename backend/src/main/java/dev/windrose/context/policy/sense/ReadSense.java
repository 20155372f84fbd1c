package dev.windrose.context.policy.sense;

import dev.windrose.context.policy.grammar.Token;
import dev.windrose.context.policy.grammar.Tokens;
import dev.windrose.context.policy.grammar.Vocabulary;
import dev.windrose.context.policy.rule.ClauseRule;
import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Outcome;
import dev.windrose.context.policy.rule.SameRules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a clause into rules, and says what it had to guess. */
public final class ReadSense {

    /**
     * What a clause was read as.
     *
     * @param why it stays text; null where it became rules
     * @param doubts whatever was guessed or left out; none where every word has its place
     */
    public record Reading(List<ClauseRule> rules, @Nullable String why, List<String> doubts) {}

    private final List<Token> tokens;
    private final Set<String> doubts = new LinkedHashSet<>();
    private final List<Item> items;
    private final List<Statement> statements = new ArrayList<>();

    private ReadSense(String text, Vocabulary vocabulary) {
        this.tokens = Tokens.of(text);
        this.items = replaced(Join.in(Tagger.of(tokens, vocabulary, doubts)));
    }

    public static Reading of(String text, Vocabulary vocabulary) {
        return new ReadSense(text, vocabulary).read();
    }

    static List<Item> items(String text) {
        return new ReadSense(text, Vocabulary.NONE).items;
    }

    /** "the director in place of the manager": what is replaced asks nothing. */
    private static List<Item> replaced(List<Item> items) {
        var kept = new ArrayList<Item>();
        boolean instead = false;
        for (var item : items) {
            if (item.is(Tag.FILLER) && item.value().equals("instead")) {
                instead = true;
            } else if (!instead || !item.is(Tag.FILLER, Tag.ROLE, Tag.NUMBER, Tag.PRONOUN)) {
                instead = false;
                kept.add(item);
            } else {
                instead = item.is(Tag.FILLER);
            }
        }
        return kept;
    }

    private Reading read() {
        var currency = items.stream()
                .filter(item -> item.is(Tag.CURRENCY))
                .map(Item::value)
                .findFirst()
                .orElse(null);
        var parts = Cut.of(items);
        boolean priced = parts.stream().anyMatch(part -> part.items().stream()
                .anyMatch(item -> item.is(Tag.NUMBER) && item.unit() == Item.Unit.PERCENT));
        for (int i = 0; i < parts.size(); i++) {
            var statement = new Statement(parts.get(i));
            boolean goesOn = parts.subList(i + 1, parts.size()).stream()
                    .anyMatch(part -> Cut.has(part.items(), Tag.REL, Tag.ELSE)
                            || Cut.has(part.items(), Tag.RANGE) && Cut.has(part.items(), Tag.ROLE));
            Fill.in(statement, statements, currency, this::words);
            statement.limit = statement.has(Tag.LIMIT) && statement.exact.size() == 1 && statement.roles.isEmpty();
            Related.complete(statement, statements);
            statement.then = Stages.of(statement, tokens);
            if (statement.then == null) {
                statement.then = Asks.of(statement, statements, goesOn, priced);
            }
            limited(statement);
            excepted(statement);
            statements.add(statement);
        }
        return reading();
    }

    /** "Any excess over the limit is approved by ...": the limits before are where it begins. */
    private void limited(Statement statement) {
        var rel = statement.first(Tag.REL);
        boolean limit = rel != null && rel.value().equals("LIMIT");
        if (!limit) {
            return;
        }
        var then =
                statement.roles.isEmpty() ? statement.then : new Outcome.Approval(statement.roles, statement.ordered);
        for (var one : statements) {
            if (one.limit && then != null) {
                one.exact.forEach(exact -> one.main.add(Fill.above(exact)));
                one.then = then;
                one.problem = null;
            }
        }
        statement.then = null;
        statement.problem = null;
    }

    /** "Exempt are customers of the public sector": the exception of what stands before. */
    private void excepted(Statement statement) {
        boolean alone = !statement.except.isEmpty()
                && statement.main.isEmpty()
                && statement.roles.isEmpty()
                && statement.exact.isEmpty()
                && !statement.has(Tag.RANGE);
        if (alone && !statements.isEmpty()) {
            statements.forEach(one -> one.main.add(Condition.not(Condition.all(statement.except))));
            statement.then = null;
            statement.problem = null;
            statement.doubts.clear();
            statement.items.removeIf(item -> item.is(Tag.EXCEPT, Tag.NOT));
        }
    }

    private Reading reading() {
        var problem = statements.stream()
                .filter(one -> one.problem != null)
                .map(one -> one.problem)
                .findFirst()
                .orElse(null);
        if (problem != null) {
            return new Reading(List.of(), problem, List.of());
        }
        var asking = statements.stream()
                .filter(one -> one.then != null && !one.main.isEmpty())
                .toList();
        left();
        asking.forEach(one -> doubts.addAll(one.doubts));
        var rules = Ladders.of(asking).stream()
                .map(rung -> rule(rung.statement(), rung.when()))
                .collect(Collectors.toCollection(ArrayList::new));
        var found = permitted(rules);
        if (found == null) {
            return new Reading(List.of(), "Its parts contradict each other.", List.of());
        }
        boolean asks = found.stream().anyMatch(rule -> !(rule.then() instanceof Outcome.Allow));
        if (!asks) {
            return new Reading(List.of(), "It asks nothing that a rule can hold.", List.of());
        }
        return new Reading(found, null, List.copyOf(doubts));
    }

    /** A part that asks nothing is left out, and told where it may mean something. */
    private void left() {
        for (int i = 0; i < statements.size(); i++) {
            var one = statements.get(i);
            boolean says = one.has(
                    Tag.RANGE,
                    Tag.NUMBER,
                    Tag.NOT,
                    Tag.BAN,
                    Tag.APPROVE,
                    Tag.EXCEPT,
                    Tag.UNLESS,
                    Tag.ROLE,
                    Tag.WORD,
                    Tag.NEED);
            boolean taken = i + 1 < statements.size()
                    && statements.get(i + 1).main.containsAll(one.main)
                    && !one.main.isEmpty()
                    && !one.has(Tag.NOT, Tag.BAN, Tag.ROLE, Tag.NUMBER, Tag.EXCEPT);
            if (one.then == null && says && !taken && !one.limit && !one.has(Tag.REL)) {
                doubts.add("\"%s\" is left out."
                        .formatted(one.items.stream().map(this::words).collect(Collectors.joining(" "))));
            } else if (one.then == null) {
                doubts.addAll(one.doubts);
            }
        }
    }

    private ClauseRule rule(Statement statement, Condition when) {
        return new ClauseRule(
                when,
                java.util.Objects.requireNonNull(statement.then),
                tokens.get(statement.items.getFirst().from()).start(),
                statement.items.stream()
                        .mapToInt(item -> tokens.get(item.to() - 1).end())
                        .max()
                        .orElse(0),
                List.of());
    }

    /** What a part says to be free is taken out of what the others ask; null where nothing is left of one. */
    private @Nullable List<ClauseRule> permitted(List<ClauseRule> rules) {
        var found = new ArrayList<ClauseRule>();
        for (var rule : rules) {
            var when = rule.when();
            for (var free : rules) {
                boolean frees = free.then() instanceof Outcome.Allow
                        && !(rule.then() instanceof Outcome.Allow)
                        && free.when().facts().stream().anyMatch(rule.when().facts()::contains);
                if (frees && free.when().equals(rule.when())) {
                    return null;
                }
                if (frees) {
                    when = Condition.all(List.of(when, Condition.not(free.when())));
                }
            }
            for (var other : rules) {
                if (contradicts(rule, other)) {
                    return null;
                }
            }
            found.add(rule.when(when));
        }
        return found;
    }

    private String words(Item item) {
        return tokens.subList(item.from(), item.to()).stream().map(Token::raw).collect(Collectors.joining(" "));
    }

    /** What is never free to be approved, or goes to two at once. */
    private static boolean contradicts(ClauseRule one, ClauseRule other) {
        boolean never = one.then() instanceof Outcome.Approval
                && other.then() instanceof Outcome.Refuse
                && SameRules.of(List.of(one, other), List.of(other));
        boolean twice = one.then() instanceof Outcome.Route
                && other.then() instanceof Outcome.Route
                && !one.then().equals(other.then())
                && one.when().equals(other.when());
        return never || twice;
    }
}
