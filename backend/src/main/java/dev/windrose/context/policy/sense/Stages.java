package dev.windrose.context.policy.sense;

import dev.windrose.context.policy.grammar.Token;
import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a stage asks for: the names of fields stand behind what asks for them, known or not. */
final class Stages {

    private static final Set<Tag> BREAKS = Set.of(Tag.AND, Tag.OR, Tag.COMMA, Tag.ALSO);
    private static final Set<Tag> ASKING =
            Set.of(Tag.BEFORE, Tag.UNLESS, Tag.WITHOUT, Tag.NEED, Tag.IF, Tag.ONLY, Tag.MUST, Tag.COLON, Tag.EXCEPT);

    private final Statement statement;
    private final List<Token> tokens;

    private Stages(Statement statement, List<Token> tokens) {
        this.statement = statement;
        this.tokens = tokens;
    }

    /** Null where it is about no stage. */
    static @Nullable Outcome of(Statement statement, List<Token> tokens) {
        return statement.has(Tag.STAGE) || left(statement) ? new Stages(statement, tokens).outcome() : null;
    }

    /** "Deals cannot leave Discovery until ...". */
    private static boolean left(Statement statement) {
        return statement.has(Tag.FROM_STAGE) && statement.has(Tag.FIELD, Tag.FILL, Tag.EMPTY);
    }

    private @Nullable Outcome outcome() {
        var stage = Objects.requireNonNull(statement.first(Tag.STAGE, Tag.FROM_STAGE));
        statement.main.removeIf(one -> one.facts().contains(Fact.ACTION));
        if (statement.items.stream().filter(item -> item.is(Tag.STAGE)).count() > 1) {
            statement.doubts.add("Which stage is meant is not clear.");
        }
        if (statement.has(Tag.STAGE)) {
            stage = Objects.requireNonNull(statement.first(Tag.STAGE));
            statement.main.add(Fill.one(Fact.STAGE_TO, stage.value()));
        }
        if (!statement.roles.isEmpty() && !statement.has(Tag.FILL, Tag.EMPTY)) {
            return statement.has(Tag.APPROVE, Tag.NEED)
                    ? new Outcome.Approval(statement.roles, statement.ordered)
                    : null;
        }
        return filled(stage);
    }

    private @Nullable Outcome filled(Item stage) {
        boolean denies = statement.has(Tag.NOT, Tag.BAN);
        boolean nots = statement.items.stream().filter(item -> item.is(Tag.NOT)).count() > 1;
        boolean marked = nots
                || statement.has(
                        Tag.BEFORE,
                        Tag.UNLESS,
                        Tag.WITHOUT,
                        Tag.NEED,
                        Tag.IF,
                        Tag.ONLY,
                        Tag.EXCEPT,
                        Tag.EMPTY,
                        Tag.FIELD);
        if (denies && !marked) {
            return statement.main.size() > 1 ? new Outcome.Refuse() : null;
        }
        if (statement.has(Tag.VAGUE)) {
            statement.fails("What the stage asks has no measure.");
            return null;
        }
        if (!denies && statement.has(Tag.MAY) && statement.has(Tag.WITHOUT) && !statement.has(Tag.ONLY)) {
            statement.fails("Its parts contradict each other.");
            return null;
        }
        var fields = fields(stage);
        boolean asks = statement.has(
                        Tag.NEED, Tag.BEFORE, Tag.UNLESS, Tag.ONLY, Tag.WITHOUT, Tag.MUST, Tag.IF, Tag.EMPTY, Tag.FILL)
                || statement.has(Tag.FIELD)
                || denies;
        if (!fields.isEmpty() && asks) {
            statement.main.addFirst(Fill.one(Fact.ACTION, "change_stage"));
            return new Outcome.Missing(List.copyOf(fields));
        }
        boolean whole = statement.main.size() > 1 && denies;
        return whole ? new Outcome.Refuse() : null;
    }

    /** The words behind what asks, else those before the stage, cut where they are joined. */
    private Set<String> fields(Item stage) {
        int at = statement.items.indexOf(stage);
        int asks = -1;
        for (int i = 0; i < statement.items.size(); i++) {
            var item = statement.items.get(i);
            boolean begins = ASKING.contains(item.tag()) && (i > at || before(i, at));
            boolean none = item.is(Tag.NOT) && i > at;
            if (begins || none) {
                asks = i;
            }
        }
        List<Item> zone = asks > at || asks < 0
                ? statement.items.subList((asks < 0 ? at : asks) + 1, statement.items.size())
                : statement.items.subList(asks + 1, at);
        if (asks < 0
                && statement.items.subList(at + 1, statement.items.size()).stream()
                        .noneMatch(item -> item.is(Tag.FIELD, Tag.WORD))) {
            zone = statement.items.subList(0, at);
        }
        if (asks < at && asks >= 0 && names(zone).isEmpty()) {
            zone = statement.items.subList(at + 1, statement.items.size());
        }
        var found = names(zone);
        return found.isEmpty() && asks > at ? names(statement.items.subList(at + 1, asks)) : found;
    }

    private boolean before(int i, int stage) {
        return statement.items.get(i).is(Tag.WITHOUT, Tag.UNLESS, Tag.BEFORE, Tag.EXCEPT)
                || i == 0 && statement.items.get(i).is(Tag.NOT)
                || false && stage > 0;
    }

    private Set<String> names(List<Item> zone) {
        var found = new LinkedHashSet<String>();
        var current = new ArrayList<Item>();
        for (var item : zone) {
            if (BREAKS.contains(item.tag())) {
                close(current, found);
            } else if (item.is(Tag.ROLE) && statement.has(Tag.FILL) && by(item)) {
                close(current, found);
            } else if (item.is(Tag.STAGE, Tag.FROM_STAGE, Tag.ENTER, Tag.TOPIC, Tag.STAGEWORD, Tag.PRONOUN)) {
                if (!current.isEmpty() && item.is(Tag.PRONOUN, Tag.TOPIC)) {
                    close(current, found);
                }
            } else {
                current.add(item);
            }
        }
        close(current, found);
        return found;
    }

    /** "entered by the responsible person": who does it is no field. */
    private boolean by(Item item) {
        return item.from() > 1
                && (tokens.get(item.from() - 1).word().equals("by")
                        || tokens.get(item.from() - 2).word().equals("by"));
    }

    private void close(List<Item> current, Set<String> found) {
        if (current.size() == 1 && current.getFirst().is(Tag.FIELD)
                || current.stream().filter(item -> item.is(Tag.FIELD)).count() == 1
                        && current.stream().allMatch(item -> item.is(Tag.FIELD) || trimmed(item))) {
            current.stream().filter(item -> item.is(Tag.FIELD)).forEach(item -> {
                for (var one : item.value().split("[|>]")) {
                    found.add(one);
                }
            });
        } else {
            var words = new ArrayList<String>();
            for (var item : current) {
                for (int i = item.from(); i < item.to(); i++) {
                    var token = tokens.get(i);
                    if (token.letters()
                            && !Lexicon.in("fieldtrim", token.word())
                            && !(item.is(
                                    Tag.EMPTY,
                                    Tag.MUST,
                                    Tag.NEED,
                                    Tag.IF,
                                    Tag.MAY,
                                    Tag.NOT,
                                    Tag.ONLY,
                                    Tag.FILL,
                                    Tag.BEFORE))) {
                        words.add(token.raw().toLowerCase(Locale.ROOT));
                    }
                }
            }
            if (!words.isEmpty() && words.size() <= 4) {
                var key = String.join("_", words);
                found.add(key);
                statement.doubts.add("\"%s\" is taken to be a field of the deal.".formatted(key.replace('_', ' ')));
            }
        }
        current.clear();
    }

    private boolean trimmed(Item item) {
        if (item.is(Tag.EMPTY, Tag.MUST, Tag.NEED, Tag.IF, Tag.MAY, Tag.NOT, Tag.ONLY, Tag.FILL, Tag.BEFORE)) {
            return true;
        }
        for (int i = item.from(); i < item.to(); i++) {
            if (!Lexicon.in("fieldtrim", tokens.get(i).word()) && tokens.get(i).letters()) {
                return false;
            }
        }
        return true;
    }

    static boolean changes(Condition condition) {
        return condition.facts().contains(Fact.STAGE_TO);
    }
}
