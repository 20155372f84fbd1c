package dev.windrose.context.policy.sense;

import dev.windrose.context.policy.rule.Compare;
import dev.windrose.context.policy.sense.Item.Limit;
import dev.windrose.context.policy.sense.Item.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Joins what belongs together: comparisons with their numbers, names in a row, roles that follow each other. */
final class Join {

    private static final Set<Tag> ROWS = Set.of(Tag.ROLE, Tag.IS, Tag.ACT, Tag.FIELD);

    private final List<Item> items;
    private final List<Item> found = new ArrayList<>();
    private int at;

    private Join(List<Item> items) {
        this.items = items;
    }

    static List<Item> in(List<Item> items) {
        var ranges = new Join(items);
        while (ranges.at < items.size()) {
            ranges.range();
        }
        var rows = new Join(ranges.found);
        while (rows.at < rows.items.size()) {
            rows.row();
        }
        return rows.found;
    }

    private void range() {
        var item = items.get(at);
        if (item.is(Tag.REL) && !item.value().equals("LIMIT") && next(at + 1, Tag.NUMBER) >= 0 && compared()) {
            return;
        }
        if (item.is(Tag.BETWEEN) && between()
                || item.is(Tag.COMPARE) && compared()
                || item.is(Tag.NUMBER) && counted()) {
            return;
        }
        found.add(item.is(Tag.TO, Tag.AFTER, Tag.BETWEEN, Tag.COMPARE) ? item.with(Tag.FILLER) : item);
        at++;
    }

    private boolean between() {
        int first = next(at + 1, Tag.NUMBER);
        int and = first < 0 ? -1 : next(first + 1, Tag.AND, Tag.TO);
        int second = and < 0 ? -1 : next(and + 1, Tag.NUMBER);
        return second >= 0 && both(at, first, Compare.FROM, second, Compare.UP_TO);
    }

    private boolean compared() {
        int number = next(at + 1, Tag.NUMBER);
        if (number < 0) {
            return false;
        }
        var compare = Compare.valueOf(items.get(at).value());
        int joint = next(number + 1, Tag.AND, Tag.TO, Tag.COMPARE, Tag.COMMA);
        if (joint >= 0) {
            int second = items.get(joint).is(Tag.COMPARE) ? joint : next(joint + 1, Tag.COMPARE);
            int value = second < 0 ? next(joint + 1, Tag.NUMBER) : next(second + 1, Tag.NUMBER);
            boolean to = second < 0 && items.get(joint).is(Tag.TO);
            var upper = second < 0
                    ? Compare.UP_TO
                    : Compare.valueOf(items.get(second).value());
            boolean opposite = value >= 0
                    && upper.rising() != compare.rising()
                    && same(number, value)
                    && ordered(compare, number, value);
            if (opposite && (to || second >= 0)) {
                return both(at, number, compare, value, upper);
            }
        }
        var quantity = items.get(number);
        int end = number + 1;
        if (end < items.size() && items.get(end).is(Tag.AFTER)) {
            end++;
        }
        put(
                List.of(new Limit(compare, quantity.number())),
                quantity,
                items.get(at).from(),
                items.get(end - 1).to());
        at = end;
        return true;
    }

    private boolean ordered(Compare first, int one, int other) {
        int order = items.get(one).number().compareTo(items.get(other).number());
        return first.rising() ? order < 0 : order > 0;
    }

    private boolean counted() {
        var number = items.get(at);
        int behind = at + 1;
        while (behind < items.size()
                && behind < at + 2
                && items.get(behind).is(Tag.WORD, Tag.TOPIC)
                && behind + 1 < items.size()
                && items.get(behind + 1).is(Tag.AFTER)) {
            behind++;
        }
        boolean after = behind < items.size()
                && (items.get(behind).is(Tag.AFTER)
                        || items.get(behind).is(Tag.COMPARE)
                                && behind == at + 1
                                && (items.get(behind).value().equals("UP_TO") || closes(behind + 1))
                                && next(behind + 1, Tag.NUMBER) < 0);
        if (after) {
            put(
                    List.of(new Limit(Compare.valueOf(items.get(behind).value()), number.number())),
                    number,
                    number.from(),
                    items.get(behind).to());
            at = behind + 1;
            return true;
        }
        int joint = next(at + 1, Tag.TO, Tag.COMPARE);
        boolean until = joint == at + 1
                && (items.get(joint).is(Tag.TO) || items.get(joint).value().equals("UP_TO"));
        int value = until ? next(joint + 1, Tag.NUMBER) : -1;
        return value >= 0
                && same(at, value)
                && ordered(Compare.FROM, at, value)
                && both(at, at, Compare.FROM, value, Compare.UP_TO);
    }

    /** "250.000 EUR übersteigt, ...": nothing that it could compare stands behind. */
    private boolean closes(int at) {
        return at >= items.size() || items.get(at).is(Tag.COMMA, Tag.AND, Tag.OR, Tag.STOP, Tag.SEMI, Tag.COLON);
    }

    private boolean same(int one, int other) {
        var a = items.get(one).unit();
        var b = items.get(other).unit();
        return a == b || a == Unit.NONE || b == Unit.NONE;
    }

    private boolean both(int from, int first, Compare low, int second, Compare high) {
        var one = items.get(first);
        var other = items.get(second);
        var shape = other.unit() == Unit.NONE ? one : other;
        put(
                List.of(new Limit(low, one.number()), new Limit(high, other.number())),
                shape,
                items.get(from).from(),
                other.to());
        at = second + 1;
        return true;
    }

    private boolean both(int from, int first, Compare low, Compare high, int second) {
        return both(from, first, low, second, high);
    }

    private void put(List<Limit> bounds, Item shape, int from, int to) {
        found.add(new Item(Tag.RANGE, "", from, to, bounds, shape.unit(), shape.currency()));
    }

    /** The next item but for small words, if it has one of the tags; else -1. */
    private int next(int from, Tag... tags) {
        for (int i = from; i < items.size(); i++) {
            if (items.get(i).is(tags)) {
                return i;
            }
            if (!items.get(i).is(Tag.FILLER, Tag.PRONOUN) || i - from > 2) {
                return -1;
            }
        }
        return -1;
    }

    private void row() {
        var item = items.get(at);
        at++;
        if (!ROWS.contains(item.tag())) {
            found.add(item);
            return;
        }
        var row = item;
        Item joined;
        while ((joined = joined(row)) != null) {
            row = joined;
        }
        found.add(row);
    }

    private @Nullable Item joined(Item row) {
        boolean joint = false;
        boolean then = false;
        boolean either = false;
        for (int i = at; i < items.size() && i < at + 7; i++) {
            var item = items.get(i);
            if (item.is(row.tag()) && joint && fits(row, item)) {
                at = i + 1;
                var merged = row.value(merged(row, item, then), item.to());
                return either && row.is(Tag.ROLE) ? merged.value(merged.value() + "/", item.to()) : merged;
            }
            joint |= item.is(Tag.AND, Tag.OR, Tag.COMMA, Tag.THEN)
                    || item.is(Tag.NOT) && item.value().equals("-") && row.is(Tag.ACT);
            then |= item.is(Tag.THEN);
            either |= item.is(Tag.OR);
            boolean small = item.is(Tag.AND, Tag.OR, Tag.COMMA, Tag.THEN, Tag.FILLER, Tag.ALSO, Tag.PRONOUN)
                    || row.is(Tag.IS) && item.is(Tag.COMPETE, Tag.TOPIC, Tag.PLANWORD)
                    || row.is(Tag.ACT) && item.is(Tag.GIVE, Tag.NOT, Tag.TOPIC, Tag.MAY)
                    || row.is(Tag.ROLE) && then && item.is(Tag.APPROVE);
            if (!small) {
                return null;
            }
        }
        return null;
    }

    /** Topics between two values are only passed over where the same kind of value stands again. */
    private static boolean fits(Item row, Item item) {
        if (!row.is(Tag.IS)) {
            return true;
        }
        int equals = row.value().indexOf('=') + 1;
        return item.value().startsWith(row.value().substring(0, equals))
                && !row.value().endsWith("=true");
    }

    private static String merged(Item row, Item item, boolean then) {
        var added = row.is(Tag.IS) ? item.value().substring(item.value().indexOf('=') + 1) : item.value();
        return row.value() + (then ? ">" : "|") + added;
    }
}
