package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.grammar.Chunk.Unit;
import dev.windrose.context.policy.rule.Compare;
import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts the chunks of a statement in their places: conditions, exceptions, roles, fields. */
final class FillDraft {

    private static final BigDecimal DAY = BigDecimal.valueOf(24);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final Draft draft;
    private final List<Draft> before;
    private final boolean data;
    private List<Condition> zone;
    private boolean negate;

    private FillDraft(Draft draft, List<Draft> before) {
        this.draft = draft;
        this.before = before;
        this.zone = draft.main;
        this.data = draft.has(Kind.DATA)
                || draft.has(Kind.SHARE, Kind.STORED) && before.stream().anyMatch(one -> one.has(Kind.DATA));
    }

    static void in(Draft draft, List<Draft> before) {
        new FillDraft(draft, before).run();
    }

    private void run() {
        for (int i = 0; i < draft.chunks.size(); i++) {
            take(i, draft.chunks.get(i));
        }
        leaving();
        combined();
        if (draft.has(Kind.DATA) && draft.has(Kind.GIVE) && draft.acts.isEmpty() && !draft.has(Kind.STORED)) {
            draft.acts.add("share_data");
            draft.warnings.add("Giving data is read as sharing it.");
        }
        if (!draft.acts.isEmpty()) {
            draft.main.addFirst(new Condition.OneOf(Fact.ACTION, draft.acts));
        }
        draft.explicit = !draft.nouns.isEmpty() || !draft.acts.isEmpty() || draft.has(Kind.DEALWORD, Kind.TRUTH);
    }

    /** "discounts and free months cannot be combined": any of the one with any of the other. */
    private void combined() {
        boolean denied = draft.has(Kind.NEG, Kind.BAN);
        if (!draft.has(Kind.COMBINE)) {
            return;
        }
        if (!denied) {
            draft.fails("What is combined is not clear.");
            return;
        }
        for (var noun : draft.nouns) {
            if (noun.numeric() && !draft.own.contains(noun)) {
                draft.main.add(new Condition.Bound(noun, Compare.ABOVE, BigDecimal.ZERO, null));
                draft.own.add(noun);
            }
        }
        if (draft.own.size() < 2) {
            draft.fails("What is combined with what is not clear.");
        }
    }

    /** Data that leave a place are shared outside of it. */
    private void leaving() {
        var places = draft.main.stream()
                .filter(one -> one instanceof Condition.OneOf && one.facts().contains(Fact.DATA_LOCATION))
                .toList();
        if (data && draft.has(Kind.LEAVE) && places.size() == 1) {
            draft.main.remove(places.getFirst());
            draft.main.add(Condition.not(places.getFirst()));
            draft.marks.remove(Kind.LEAVE);
            draft.acts.add("share_data");
        }
    }

    private void take(int at, Chunk chunk) {
        switch (chunk.kind()) {
            case UNKNOWN ->
                draft.fails("\"%s\" is not understood.".formatted(chunk.value().replace('_', ' ')));
            case LOOSE -> draft.fails("\"%s\" is not understood.".formatted(chunk.value()));
            case VAGUE -> draft.fails("\"%s\" has no measure.".formatted(chunk.value()));
            case DOC -> draft.fails("It refers to what stands elsewhere: \"%s\".".formatted(chunk.value()));
            case SOFT -> draft.warnings.add("\"%s\" has no place in the rule.".formatted(chunk.value()));
            case EXCEPT, UNLESS -> zone = draft.except;
            case COMMA -> endLeading(at);
            case ONLY -> zone = draft.only;
            case OUTSIDE -> negate = true;
            case WITHOUT -> {
                if (draft.has(Kind.NEG) && !draft.has(Kind.ROLE, Kind.FIELD, Kind.APPROVE)) {
                    zone = draft.except;
                }
            }
            case NEG -> negate = local(at);
            case RANGE -> range(at, chunk);
            case QTY -> exact(at, chunk);
            case ENT -> entity(chunk);
            case TRUTH -> truth(chunk);
            case ACT -> act(at, chunk);
            case SHARE -> share();
            case ROLE ->
                (zone == draft.except ? draft.exceptRoles : draft.roles)
                        .addAll(Arrays.asList(chunk.value().split("\\|")));
            case FIELD -> draft.fields.addAll(Arrays.asList(chunk.value().split("\\|")));
            case FACT -> fact(chunk);
            case REL -> draft.rel = chunk.value();
            case ELSE -> draft.other = chunk.value();
            case THEN -> draft.ordered = true;
            case APPROVE -> draft.verb |= chunk.value().equals("verb");
            case POST, BETWEEN, CMP, TO -> draft.fails("A number is compared in a way that is not understood.");
            default -> {}
        }
    }

    /** "Except for nonprofits, discounts ..." ends at the comma. */
    private void endLeading(int at) {
        boolean leading = draft.chunks.subList(0, at).stream()
                .filter(chunk -> !chunk.is(Kind.GLUE))
                .findFirst()
                .filter(chunk -> chunk.is(Kind.EXCEPT, Kind.UNLESS))
                .isPresent();
        if (leading) {
            zone = draft.main;
        }
    }

    /** "not renewals": the word denies what stands right behind it. */
    private boolean local(int at) {
        if (!draft.chunks.get(at).value().equals("-") || at + 1 >= draft.chunks.size() || draft.has(Kind.WITHOUT)) {
            return false;
        }
        boolean asks = draft.has(Kind.ROLE) && draft.has(Kind.APPROVE, Kind.ROUTE, Kind.NEED);
        int next = at + 1;
        while (next < draft.chunks.size() && draft.chunks.get(next).is(Kind.GLUE)) {
            next++;
        }
        boolean beside = next < draft.chunks.size() && draft.chunks.get(next).is(Kind.ENT, Kind.TRUTH);
        if (asks && beside) {
            draft.marks.remove(Kind.NEG);
            return true;
        }
        return false;
    }

    private void add(Condition condition) {
        zone.add(negate ? Condition.not(condition) : condition);
        draft.own.addAll(condition.facts());
        negate = false;
    }

    private void truth(Chunk chunk) {
        int equals = chunk.value().indexOf('=');
        add(new Condition.OneOf(
                Fact.of(chunk.value().substring(0, equals)).orElseThrow(),
                new LinkedHashSet<>(List.of(chunk.value().substring(equals + 1)))));
    }

    private void entity(Chunk chunk) {
        int equals = chunk.value().indexOf('=');
        var name = chunk.value().substring(0, equals);
        var values = new LinkedHashSet<>(
                Arrays.asList(chunk.value().substring(equals + 1).split("\\|")));
        var fact = name.equals("place")
                ? (data ? Fact.DATA_LOCATION : Fact.REGION)
                : Fact.of(name).orElseThrow();
        if (zone.stream().anyMatch(one -> one.facts().contains(same(name, data)))) {
            draft.fails("%s is asked for twice.".formatted(fact.label()));
        }
        add(new Condition.OneOf(fact, values));
    }

    private static Fact same(String name, boolean data) {
        return name.equals("place")
                ? (data ? Fact.DATA_LOCATION : Fact.REGION)
                : Fact.of(name).orElseThrow();
    }

    /** Two actions are alternatives only where a word says so. */
    private void act(int at, Chunk chunk) {
        var keys = Arrays.asList(chunk.value().split("\\|"));
        if (!draft.acts.isEmpty() && !draft.acts.containsAll(keys)) {
            boolean joined = draft.chunks.subList(0, at).stream()
                    .anyMatch(one -> one.is(Kind.OR, Kind.AND, Kind.COMMA)
                            || one.is(Kind.NEG) && one.value().equals("either"));
            if (!joined) {
                draft.fails("Which action is meant is not clear.");
            }
        }
        draft.acts.addAll(keys);
    }

    private void share() {
        if (data) {
            draft.acts.add("share_data");
        } else {
            draft.fails("What is shared is not said.");
        }
    }

    private void fact(Chunk chunk) {
        var fact = Fact.of(chunk.value()).orElseThrow();
        draft.nouns.add(fact);
        if (fact == Fact.TRIAL_DAYS) {
            draft.acts.add("free_trial");
        }
    }

    private void range(int at, Chunk chunk) {
        var fact = measured(at, chunk);
        if (fact == null) {
            return;
        }
        var bounds = new ArrayList<Condition>();
        boolean unanswered = fact == Fact.HOURS_WAITING && draft.has(Kind.NOANSWER);
        for (var limit : chunk.bounds()) {
            var compare =
                    unanswered && !limit.compare().rising() ? limit.compare().denied() : limit.compare();
            bounds.add(new Condition.Bound(fact, compare, scaled(fact, chunk, limit.value()), currency(fact, chunk)));
        }
        boolean twice =
                zone.stream().filter(one -> one.facts().contains(fact)).anyMatch(one -> one instanceof Condition.Bound);
        if (twice) {
            draft.fails("%s is bound twice.".formatted(fact.label()));
        }
        add(Condition.all(bounds));
        flatten();
    }

    private void flatten() {
        var last = zone.getLast();
        if (last instanceof Condition.All(var parts)) {
            zone.removeLast();
            zone.addAll(parts);
        }
    }

    private void exact(int at, Chunk chunk) {
        var fact = measured(at, chunk);
        if (fact != null) {
            draft.exact.add(new Draft.Exact(
                    fact, scaled(fact, chunk, Objects.requireNonNull(chunk.number())), currency(fact, chunk)));
        }
    }

    private static boolean large(Chunk chunk) {
        return chunk.bounds().stream().allMatch(limit -> limit.value().compareTo(THOUSAND) >= 0)
                && (chunk.number() == null || chunk.number().compareTo(THOUSAND) >= 0);
    }

    private @Nullable String currency(Fact fact, Chunk chunk) {
        if (fact.form() == Fact.Form.MONEY && chunk.currency() == null) {
            draft.warnings.add("No currency is named for %s.".formatted(fact.label()));
        }
        return fact.form() == Fact.Form.MONEY ? chunk.currency() : null;
    }

    private static BigDecimal scaled(Fact fact, Chunk chunk, BigDecimal value) {
        var plain = value.stripTrailingZeros();
        plain = plain.scale() < 0 ? plain.setScale(0) : plain;
        return fact == Fact.HOURS_WAITING && chunk.unit() == Unit.DAYS ? plain.multiply(DAY) : plain;
    }

    /** What a number measures: by its unit and the nearest word that names it. */
    private @Nullable Fact measured(int at, Chunk chunk) {
        var fact = Measures.of(draft.chunks, at, chunk.unit(), draft.has(Kind.FLOOR));
        for (int i = before.size() - 1; fact == null && i >= 0; i--) {
            fact = Measures.of(
                    before.get(i).chunks,
                    before.get(i).chunks.size(),
                    chunk.unit(),
                    before.get(i).has(Kind.FLOOR));
        }
        if (fact == null && chunk.unit() == Unit.NONE && !before.isEmpty()) {
            fact = before.getLast().own.stream()
                    .filter(Fact::numeric)
                    .findFirst()
                    .orElse(null);
        }
        if (fact == null) {
            fact = Measures.usual(chunk.unit(), draft, before);
            boolean plain = chunk.unit() == Unit.UNITS
                    || chunk.unit() == Unit.EMPLOYEES && !draft.has(Kind.ACT)
                    || chunk.unit() == Unit.NET_DAYS
                    || chunk.unit() == Unit.MONEY && draft.has(Kind.DEALWORD, Kind.ACT, Kind.TRUTH)
                    || draft.has(Kind.OFF)
                    || chunk.unit() == Unit.MONTHS && draft.has(Kind.DEALWORD);
            if (fact != null && !plain) {
                draft.warnings.add("A number is read as %s; nothing says so.".formatted(fact.label()));
            }
        }
        boolean deal = chunk.unit() == Unit.NONE && draft.has(Kind.DEALWORD) && large(chunk);
        if (fact == null && deal) {
            fact = Fact.AMOUNT;
        }
        if (fact == null) {
            draft.fails("What a number measures is not said.");
        }
        return fact;
    }
}
