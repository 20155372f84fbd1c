package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.rule.ClauseRule;
import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Decide;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Facts;
import dev.windrose.context.policy.rule.Outcome;
import dev.windrose.context.policy.rule.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a clause. Every word has to have its place; a clause of which a part that asks something has none stays text. */
public final class ReadClause {

    private static final Set<Kind> ASKING = Set.of(
            Kind.APPROVE,
            Kind.NEG,
            Kind.BAN,
            Kind.EXCEPT,
            Kind.UNLESS,
            Kind.ONLY,
            Kind.MUST,
            Kind.NEED,
            Kind.WITHOUT,
            Kind.ELSE,
            Kind.REL,
            Kind.RANGE,
            Kind.LIMIT,
            Kind.FIELD,
            Kind.OUTSIDE,
            Kind.FLOOR);

    /**
     * What a clause was read as.
     *
     * @param why it stays text; null where it became rules
     * @param warnings about parts that were left out or are doubtful
     */
    public record Reading(List<ClauseRule> rules, @Nullable String why, List<String> warnings) {}

    private final String text;
    private final Vocabulary vocabulary;
    private final List<Statement> statements = new ArrayList<>();
    private final List<Condition> exceptions = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Set<String> guessed = new LinkedHashSet<>();
    private final List<Chunk> read = new ArrayList<>();
    private @Nullable String why;
    private boolean partial;

    private ReadClause(String text, Vocabulary vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
    }

    public static Reading of(String text, Vocabulary vocabulary) {
        return new ReadClause(text, vocabulary).read();
    }

    private Reading read() {
        var tokens = Tokens.of(text);
        var chunks = Chunker.of(tokens, vocabulary);
        var stage = stage(chunks);
        if (stage != null) {
            chunks = Chunker.of(tokens, vocabulary.withStage(stage));
        }
        for (var sentence : Sentences.of(chunks)) {
            var placed = Lists.in(Loose.in(Ranges.in(sentence), text, guessed), guessed);
            read.addAll(placed.stream().anyMatch(chunk -> chunk.is(Kind.STAGENAME)) ? List.of() : placed);
            sentence(placed);
        }
        var rules = rules();
        if (!partial) {
            Placed.check(read, rules, text, guessed);
        }
        if (why == null && !rules.isEmpty() && rules.stream().allMatch(rule -> rule.then() instanceof Outcome.Allow)) {
            guessed.add("It says what is free. What is not named is not prohibited by this.");
        }
        warnings.addAll(guessed);
        boolean free = !partial && !rules.isEmpty();
        if (why == null && !free && rules.stream().allMatch(rule -> rule.then() instanceof Outcome.Allow)) {
            why = warnings.isEmpty() ? "It asks nothing that a rule can hold." : warnings.getFirst();
        }
        return why == null ? new Reading(rules, null, List.copyOf(warnings)) : new Reading(List.of(), why, List.of());
    }

    private static @Nullable String stage(List<Chunk> chunks) {
        for (int i = 0; i + 1 < chunks.size(); i++) {
            var next = chunks.get(i + 1);
            if (chunks.get(i).is(Kind.STAGENAME)
                    && next.is(Kind.ENT)
                    && next.value().startsWith("stage_to=")) {
                return next.value().substring("stage_to=".length());
            }
        }
        return null;
    }

    private void sentence(List<Chunk> sentence) {
        if (sentence.stream().anyMatch(chunk -> chunk.is(Kind.STAGENAME))) {
            return;
        }
        int begun = statements.size();
        var cut = Sentences.statements(sentence);
        var failed = new ArrayList<Draft>();
        for (var draft : cut) {
            Alternatives.mark(draft, sentence);
            FillDraft.in(draft, drafts);
            var statement = draft.problem == null ? Judge.of(draft, List.copyOf(statements)) : null;
            if (statement == null) {
                failed.add(draft);
            } else if (statement.rule() == null) {
                exceptions.add(java.util.Objects.requireNonNull(statement.exception()));
                exceptTo(begun == statements.size() ? 0 : begun, statement.exception());
            } else {
                statements.add(statement);
            }
            drafts.add(draft);
        }
        if (!failed.isEmpty()) {
            left(sentence, failed, statements.size() > begun);
        }
    }

    /** A part that only explains is left out and told; one that may ask something keeps the clause from becoming rules. */
    private void left(List<Chunk> sentence, List<Draft> failed, boolean partly) {
        var problem = failed.getFirst().problem == null
                ? "A part asks nothing that a rule can hold."
                : failed.getFirst().problem;
        boolean asks = failed.stream().anyMatch(draft -> draft.has(ASKING.toArray(new Kind[0])));
        var part = text.substring(
                        sentence.getFirst().start(),
                        Math.min(text.length(), sentence.getLast().end()))
                .strip();
        if (asks || partly) {
            why = why == null ? problem : why;
        } else {
            partial = true;
            warnings.add("\"%s\" is left out: %s".formatted(part, problem));
        }
    }

    private void exceptTo(int from, @Nullable Condition exception) {
        if (statements.size() - from > 1) {
            guessed.add("An exception is taken to hold for all parts before it.");
        }
        for (int i = from; i < statements.size(); i++) {
            var when = statements.get(i).when();
            if (when != null && exception != null) {
                statements.set(i, statements.get(i).when(Condition.all(List.of(when, Condition.not(exception)))));
            }
        }
    }

    private List<ClauseRule> rules() {
        var rules = new ArrayList<ClauseRule>();
        for (var statement : Tiers.of(statements)) {
            var rule = statement.rule();
            if (rule != null) {
                rules.add(rule);
                warnings.addAll(rule.warnings());
            }
        }
        return why == null ? permitted(rules) : rules;
    }

    /** What a part of the clause says to be free is taken out of what the others ask. Nothing left of one is a contradiction. */
    private List<ClauseRule> permitted(List<ClauseRule> rules) {
        var found = new ArrayList<ClauseRule>();
        for (var rule : rules) {
            var when = rule.when();
            for (var free : rules) {
                if (free.then() instanceof Outcome.Allow
                        && !(rule.then() instanceof Outcome.Allow)
                        && meet(rule, free)) {
                    when = Condition.all(List.of(when, Condition.not(free.when())));
                    warnings.add("What is said to be free is taken out of what is asked.");
                }
            }
            var narrowed = rule.when(when);
            if (!when.equals(rule.when()) && !asks(narrowed)) {
                why = "Its parts contradict each other.";
            }
            found.add(narrowed);
        }
        if (found.stream().anyMatch(rule -> !(rule.then() instanceof Outcome.Allow) && !asks(rule))) {
            why = "What a part asks for can never be the case.";
        }
        if (contradicts(found)) {
            why = "Its parts contradict each other.";
        }
        return found;
    }

    private static boolean contradicts(List<ClauseRule> rules) {
        for (var one : rules) {
            boolean prohibited = one.then() instanceof Outcome.Approval;
            var open = one.when();
            for (var other : rules) {
                boolean alone = other.then() instanceof Outcome.Route
                        || other.then() instanceof Outcome.PercentOff
                        || other.then() instanceof Outcome.Floor;
                if (alone
                        && other.then().getClass() == one.then().getClass()
                        && !other.then().equals(one.then())
                        && !floors(one, other)
                        && meet(one, other)) {
                    return true;
                }
                if (other.then() instanceof Outcome.Refuse) {
                    open = Condition.all(List.of(open, Condition.not(other.when())));
                }
            }
            if (prohibited && !open.equals(one.when()) && !asks(one.when(open))) {
                return true;
            }
        }
        return false;
    }

    /** Floors in two currencies bind each where it can be compared. */
    private static boolean floors(ClauseRule one, ClauseRule other) {
        return one.then() instanceof Outcome.Floor(var _, var currency)
                && other.then() instanceof Outcome.Floor(var _, var second)
                && !Objects.equals(currency, second);
    }

    private static boolean meet(ClauseRule rule, ClauseRule free) {
        return asks(rule.when(Condition.all(List.of(rule.when(), free.when()))));
    }

    /** Whether there are facts for which the rule asks something. */
    private static boolean asks(ClauseRule rule) {
        var currency = rule.when().leaves().stream()
                .filter(Condition.Bound.class::isInstance)
                .map(leaf -> ((Condition.Bound) leaf).currency())
                .filter(Objects::nonNull)
                .findFirst();
        var facts = currency.isEmpty() ? Facts.none() : Facts.none().with(Map.of(Fact.CURRENCY, currency.get()));
        return !(Decide.of(List.of(rule), facts) instanceof Verdict.Allow);
    }
}
