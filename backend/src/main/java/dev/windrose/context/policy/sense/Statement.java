package dev.windrose.context.policy.sense;

import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A part of a clause while it is read: when, unless, who, what. */
final class Statement {

    /** A number that is compared with nothing. */
    record Exact(Fact fact, BigDecimal value, @Nullable String currency, int at) {}

    final List<Item> items;
    final int sentence;
    final List<Condition> main = new ArrayList<>();
    final List<Condition> except = new ArrayList<>();
    final List<Condition> only = new ArrayList<>();
    final List<String> roles = new ArrayList<>();
    final List<Exact> exact = new ArrayList<>();
    final Set<Fact> nouns = new LinkedHashSet<>();
    final Set<String> acts = new LinkedHashSet<>();
    final Set<String> fields = new LinkedHashSet<>();
    final Set<String> doubts = new LinkedHashSet<>();
    boolean ordered;
    boolean also;

    @Nullable
    Outcome then;

    @Nullable
    String problem;

    /** Who or what alone is allowed is said: that others are not says nothing more. */
    boolean exclusive;

    /** What it says is a limit, beyond which a later part asks something. */
    boolean limit;

    Statement(Cut.Part part) {
        this.items = new ArrayList<>(part.items());
        this.sentence = part.sentence();
    }

    boolean has(Tag... tags) {
        return Cut.has(items, tags);
    }

    Set<Fact> facts() {
        var found = new TreeSet<Fact>();
        main.forEach(one -> found.addAll(one.facts()));
        return found;
    }

    void fails(String why) {
        if (problem == null) {
            problem = why;
        }
    }

    Condition when() {
        var all = new ArrayList<>(main);
        if (!except.isEmpty()) {
            all.add(Condition.not(Condition.all(except)));
        }
        return Condition.all(all);
    }

    @Nullable
    Item first(Tag... tags) {
        return items.stream().filter(item -> item.is(tags)).findFirst().orElse(null);
    }
}
