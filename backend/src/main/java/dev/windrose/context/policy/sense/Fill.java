package dev.windrose.context.policy.sense;

import dev.windrose.context.policy.rule.Compare;
import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.sense.Item.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the items of a statement in their places: conditions, exceptions, roles, numbers. */
final class Fill {

    private static final BigDecimal DAY = BigDecimal.valueOf(24);

    private final Statement statement;
    private final List<Statement> before;
    private final Words words;
    private final @Nullable String currency;
    private final boolean data;
    private List<Condition> zone;
    private boolean negate;
    private boolean or;

    /** Gives the words of an item back. */
    interface Words {
        String of(Item item);
    }

    private Fill(Statement statement, List<Statement> before, @Nullable String currency, Words words) {
        this.statement = statement;
        this.before = before;
        this.words = words;
        this.currency = currency;
        this.zone = statement.main;
        this.data = statement.has(Tag.DATA)
                || statement.has(Tag.SHARE) && before.stream().anyMatch(one -> one.has(Tag.DATA));
    }

    static void in(Statement statement, List<Statement> before, @Nullable String currency, Words words) {
        new Fill(statement, before, currency, words).run();
    }

    private void run() {
        for (var item : statement.items) {
            act(item);
        }
        for (int i = 0; i < statement.items.size(); i++) {
            take(i, statement.items.get(i));
        }
        open();
        leaving();
        boolean moves = statement.has(Tag.ENTER)
                && !statement.fields.isEmpty()
                && statement.acts.isEmpty()
                && !statement.has(Tag.STAGE, Tag.DATA);
        if (moves) {
            statement.acts.add("change_stage");
        }
        if (data && statement.has(Tag.GIVE) && statement.acts.isEmpty() && !statement.has(Tag.STORED)) {
            statement.doubts.add("Giving data is read as sharing it.");
            statement.acts.add("share_data");
        }
        if (data && statement.has(Tag.SHARE) && statement.acts.isEmpty()) {
            statement.acts.add("share_data");
        }
        if (!statement.acts.isEmpty()) {
            statement.main.addFirst(new Condition.OneOf(Fact.ACTION, new LinkedHashSet<>(statement.acts)));
        }
    }

    /** Data that leave a place are shared outside of it. */
    private void leaving() {
        var places = statement.main.stream()
                .filter(one -> one.facts().contains(Fact.DATA_LOCATION))
                .toList();
        boolean leaves = statement.items.stream()
                .anyMatch(item -> item.is(Tag.ENTER)
                        && words.of(item).toLowerCase(java.util.Locale.ROOT).matches("lea.*|verl.*|exit.*"));
        if (data && leaves && places.size() == 1 && places.getFirst() instanceof Condition.OneOf) {
            statement.main.remove(places.getFirst());
            statement.main.add(Condition.not(places.getFirst()));
            statement.acts.add("share_data");
        }
    }

    private void act(Item item) {
        if (item.is(Tag.ACT)) {
            statement.acts.addAll(Arrays.asList(item.value().split("[|>]")));
        } else if (item.is(Tag.FACT)) {
            var fact = Fact.of(item.value()).orElseThrow();
            statement.nouns.add(fact);
            if (fact == Fact.TRIAL_DAYS) {
                statement.acts.add("free_trial");
            }
        }
    }

    private void take(int at, Item item) {
        switch (item.tag()) {
            case EXCEPT -> excepted(at, item);
            case UNLESS -> zone = statement.except;
            case COMMA -> endLeading(at);
            case OUTSIDE -> negate = true;
            case OR -> or = true;
            case AND -> or = false;
            case ONLY -> onlyIf(at);
            case NOT -> {
                if (beside(at)) {
                    negate = true;
                    statement.items.set(at, item.with(Tag.FILLER));
                }
            }
            case RANGE -> range(item);
            case NUMBER -> number(at, item);
            case IS -> is(at, item);
            case ROLE -> role(item);
            case THEN -> statement.ordered |= true;
            case ALSO -> statement.also = true;
            case FROM_STAGE -> zone.add(one(Fact.STAGE_FROM, item.value()));
            case WORD -> statement.doubts.add("\"%s\" is not understood and left out.".formatted(words.of(item)));
            case FIELD -> statement.fields.addAll(Arrays.asList(item.value().split("[|>]")));
            case OTHER -> {
                if (!statement.has(Tag.STAGE)) {
                    statement.fails("\"%s\" is not understood.".formatted(words.of(item)));
                }
            }
            default -> {}
        }
    }

    /** "may be shared only if it stays in the EU": what stands behind has to hold. */
    private void onlyIf(int at) {
        var rest = statement.items.subList(at + 1, statement.items.size());
        boolean behind = rest.stream().anyMatch(item -> item.is(Tag.IS, Tag.RANGE));
        boolean about = statement.items.subList(0, at).stream()
                .anyMatch(item -> item.is(Tag.ACT, Tag.FACT, Tag.SHARE, Tag.SELL, Tag.IS));
        if (behind
                && about
                && !statement.has(Tag.ROLE, Tag.FIELD, Tag.STAGE, Tag.NUMBER, Tag.NOT, Tag.BAN, Tag.APPROVE)) {
            zone = statement.only;
        }
    }

    private void role(Item item) {
        statement.ordered |= item.value().contains(">");
        boolean acts = statement.has(Tag.ONLY, Tag.ALONE) && !statement.has(Tag.APPROVE, Tag.NEED, Tag.ROUTE);
        if (item.value().contains("/") && !acts) {
            statement.fails("Who of them decides is not clear.");
        }
        Arrays.stream(item.value().split("[|>/]"))
                .filter(role -> !role.isEmpty())
                .filter(role -> !statement.roles.contains(role))
                .forEach(statement.roles::add);
    }

    /** "Public bodies being exempt, ...": what stands before it is the exception. */
    private void excepted(int at, Item item) {
        var said = words.of(item).toLowerCase(java.util.Locale.ROOT);
        boolean behind = at + 1 < statement.items.size()
                && statement.items.subList(at + 1, statement.items.size()).stream()
                        .takeWhile(one -> !one.is(Tag.COMMA, Tag.COLON))
                        .anyMatch(one -> one.is(Tag.IS, Tag.RANGE, Tag.ACT));
        if (!behind
                && (said.contains("exempt")
                        || said.contains("subject")
                        || said.contains("affected")
                        || said.contains("excused")
                        || said.contains("ausgenommen"))) {
            statement.except.addAll(statement.main);
            statement.main.clear();
        } else {
            zone = statement.except;
        }
    }

    private void endLeading(int at) {
        boolean leading = statement.items.subList(0, at).stream()
                .filter(item -> !item.is(Tag.FILLER))
                .findFirst()
                .filter(item -> item.is(Tag.EXCEPT, Tag.UNLESS))
                .isPresent();
        if (leading) {
            zone = statement.main;
        }
    }

    /** "what is not healthcare". */
    private boolean beside(int at) {
        boolean said = at > 0
                && Set.of("is", "are", "ist", "sind")
                        .contains(words.of(statement.items.get(at - 1)).toLowerCase(java.util.Locale.ROOT));
        return said
                && at + 1 < statement.items.size()
                && statement.items.get(at + 1).is(Tag.IS);
    }

    private void is(int at, Item item) {
        int equals = item.value().indexOf('=');
        var name = item.value().substring(0, equals);
        var fact = name.equals("place")
                ? (data ? Fact.DATA_LOCATION : Fact.REGION)
                : Fact.of(name).orElseThrow();
        var values = Arrays.stream(item.value().substring(equals + 1).split("[|>]"))
                .map(value -> data ? DataPlaces.place(value) : value)
                .toList();
        if (fact.equals(Fact.COUNTRY) && data && !DataPlaces.seated(statement, at, words)) {
            fact = Fact.DATA_LOCATION;
        }
        if (fact.equals(Fact.DATA_LOCATION) && DataPlaces.seated(statement, at, words)) {
            fact = values.contains("EU") ? Fact.REGION : Fact.COUNTRY;
            values = values.stream().map(DataPlaces::country).toList();
        }
        is(at, fact, values);
    }

    private void is(int at, Fact fact, List<String> values) {
        var condition = new Condition.OneOf(fact, new LinkedHashSet<>(values));
        boolean only = zone == statement.main
                && at > 0
                && onlyBefore(at)
                && statement.roles.isEmpty()
                && (statement.has(Tag.SHARE, Tag.STORED, Tag.DATA) || fact == Fact.PAYMENT)
                && !statement.has(Tag.IF, Tag.BEFORE);
        var target = only ? statement.only : zone;
        var twice = target.stream().filter(one -> one.facts().contains(fact)).findFirst();
        if (twice.isPresent() && !twice.get().equals(condition) && !negate) {
            if (twice.get() instanceof Condition.OneOf(var f, var known)) {
                var all = new LinkedHashSet<>(known);
                all.addAll(values);
                target.remove(twice.get());
                target.add(new Condition.OneOf(f, all));
                statement.doubts.add("%s is named twice; either is meant.".formatted(fact.label()));
                return;
            }
        }
        if (or && (widened(statement.only, fact, values) || widened(target, fact, values))) {
            or = false;
            return;
        }
        var stated = negate ? Condition.not(condition) : condition;
        if (or && !target.isEmpty() && !target.getLast().facts().contains(fact)) {
            target.add(Condition.any(List.of(target.removeLast(), stated)));
        } else {
            target.add(stated);
        }
        or = false;
        negate = false;
    }

    /** "only in the EU or Switzerland", "outside the EU or the UK": one more value of the condition that was told last. */
    private static boolean widened(List<Condition> zone, Fact fact, List<String> values) {
        boolean denied = !zone.isEmpty() && zone.getLast() instanceof Condition.Not;
        var last = zone.isEmpty() ? null : zone.getLast() instanceof Condition.Not(var one) ? one : zone.getLast();
        if (!(last instanceof Condition.OneOf(var known, var told)) || !known.equals(fact)) {
            return false;
        }
        var all = new LinkedHashSet<>(told);
        all.addAll(values);
        var wider = new Condition.OneOf(fact, all);
        zone.set(zone.size() - 1, denied ? Condition.not(wider) : wider);
        return true;
    }

    private boolean onlyBefore(int at) {
        for (int i = at - 1; i >= 0; i--) {
            if (statement.items.get(i).is(Tag.ONLY)) {
                return true;
            }
            if (!statement.items.get(i).is(Tag.FILLER)) {
                return false;
            }
        }
        return false;
    }

    private void range(Item item) {
        var fact = Measures.of(statement, item, before);
        if (fact == null) {
            statement.fails("What \"%s\" measures is not clear.".formatted(words.of(item)));
            return;
        }
        var found = new ArrayList<Condition>();
        for (var limit : item.bounds()) {
            boolean unanswered = fact == Fact.HOURS_WAITING && statement.has(Tag.NOANSWER);
            var compare = Objects.requireNonNull(limit.compare());
            compare = unanswered && !compare.rising() ? compare.denied() : compare;
            found.add(new Condition.Bound(fact, compare, scaled(fact, item, limit.value()), money(fact, item)));
        }
        if (or
                && !zone.isEmpty()
                && found.size() == 1
                && !zone.getLast().facts().contains(fact)) {
            zone.add(Condition.any(List.of(zone.removeLast(), found.getFirst())));
        } else {
            zone.addAll(found);
        }
        or = false;
    }

    private void number(int at, Item item) {
        var fact = Measures.of(statement, item, before);
        if (fact == null) {
            statement.doubts.add("What \"%s\" measures is not clear.".formatted(words.of(item)));
            if (item.unit() == Unit.OTHER) {
                statement.fails("What \"%s\" measures is not clear.".formatted(words.of(item)));
            }
            return;
        }
        statement.exact.add(new Statement.Exact(fact, scaled(fact, item, item.number()), money(fact, item), at));
    }

    private @Nullable String money(Fact fact, Item item) {
        if (fact.form() != Fact.Form.MONEY) {
            return null;
        }
        var named = item.currency() == null ? currency : item.currency();
        if (named == null) {
            statement.doubts.add("No currency is named for %s.".formatted(fact.label()));
        }
        return named;
    }

    private static BigDecimal scaled(Fact fact, Item item, BigDecimal value) {
        return fact == Fact.HOURS_WAITING && item.unit() == Unit.DAYS ? value.multiply(DAY) : value;
    }

    static Condition one(Fact fact, String value) {
        return new Condition.OneOf(fact, new LinkedHashSet<>(List.of(value)));
    }

    /** A condition of which no word is known, or which somebody has to weigh, keeps the clause a text. */
    private void open() {
        if (statement.has(Tag.STAGE)) {
            return;
        }
        var part = new ArrayList<Item>();
        boolean within = false;
        for (var item : statement.items) {
            if (item.is(Tag.IF, Tag.UNLESS)) {
                weighed(part, within);
                part.clear();
                within = true;
            } else if (item.is(Tag.COMMA, Tag.COLON, Tag.NEED, Tag.MUST)) {
                weighed(part, within);
                within = false;
                part.clear();
            } else if (within) {
                part.add(item);
            }
        }
        weighed(part, within);
        boolean measured = statement.has(Tag.RANGE, Tag.NUMBER);
        boolean weighs = statement.has(Tag.VAGUE) && !measured && !statement.has(Tag.IS);
        if (weighs) {
            statement.fails(
                    "\"%s\" has no measure.".formatted(words.of(Objects.requireNonNull(statement.first(Tag.VAGUE)))));
        }
        if (statement.has(Tag.DOC) && !(statement.has(Tag.RANGE) && statement.has(Tag.ROLE, Tag.NUMBER, Tag.BAN))) {
            statement.fails("It refers to what stands elsewhere: \"%s\"."
                    .formatted(words.of(Objects.requireNonNull(statement.first(Tag.DOC)))));
        }
        if (statement.has(Tag.VAGUE)) {
            statement.doubts.add(
                    "\"%s\" has no measure.".formatted(words.of(Objects.requireNonNull(statement.first(Tag.VAGUE)))));
        }
    }

    private void weighed(List<Item> part, boolean within) {
        boolean unknown = part.stream().anyMatch(item -> item.is(Tag.WORD, Tag.VAGUE));
        boolean known = part.stream()
                .anyMatch(item -> item.is(
                        Tag.RANGE,
                        Tag.IS,
                        Tag.ACT,
                        Tag.STAGE,
                        Tag.FIELD,
                        Tag.REL,
                        Tag.NUMBER,
                        Tag.EMPTY,
                        Tag.FILL,
                        Tag.ROLE,
                        Tag.ELSE));
        if (within && unknown && !known && !statement.has(Tag.STAGE)) {
            statement.fails("\"%s\" is nothing that a rule can ask."
                    .formatted(String.join(" ", part.stream().map(words::of).toList())));
        }
    }

    static Condition.Bound above(Statement.Exact exact) {
        return new Condition.Bound(exact.fact(), Compare.ABOVE, exact.value(), exact.currency());
    }
}
