package dev.windrose.context.policy.sense;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Cuts a clause into sentences and those into statements, each of which asks for one thing. */
final class Cut {

    /** A statement before it is read. */
    record Part(List<Item> items, int sentence, boolean listed) {}

    private static final Set<Tag> ASKING = Set.of(
            Tag.APPROVE,
            Tag.ROUTE,
            Tag.BAN,
            Tag.NEED,
            Tag.MUST,
            Tag.FREE,
            Tag.NOT,
            Tag.MAY,
            Tag.OFF,
            Tag.FLOOR,
            Tag.LIMIT,
            Tag.ALONE);

    private Cut() {}

    static List<Part> of(List<Item> items) {
        var sentences = sentences(items);
        var parts = new ArrayList<Part>();
        for (int i = 0; i < sentences.size(); i++) {
            for (var one : statements(sentences.get(i).items())) {
                parts.add(new Part(one, i, sentences.get(i).listed()));
            }
        }
        return parts;
    }

    private static List<Part> sentences(List<Item> items) {
        var found = new ArrayList<Part>();
        var current = new ArrayList<Item>();
        List<Item> heading = List.of();
        boolean listed = false;
        for (var item : items) {
            if (item.is(Tag.BULLET)) {
                if (!listed) {
                    heading = current.isEmpty() && !found.isEmpty()
                            ? found.removeLast().items()
                            : List.copyOf(current);
                } else if (!current.isEmpty()) {
                    found.add(new Part(join(heading, current), 0, true));
                }
                current.clear();
                listed = true;
            } else if (item.is(Tag.STOP, Tag.SEMI)) {
                if (!current.isEmpty()) {
                    found.add(new Part(listed ? join(heading, current) : List.copyOf(current), 0, listed));
                }
                current.clear();
            } else {
                current.add(item);
            }
        }
        if (!current.isEmpty()) {
            found.add(new Part(listed ? join(heading, current) : List.copyOf(current), 0, listed));
        }
        return found;
    }

    private static List<Item> join(List<Item> heading, List<Item> line) {
        var joined = new ArrayList<>(heading);
        joined.removeIf(item -> item.is(Tag.COLON));
        joined.addAll(line);
        return joined;
    }

    private static List<List<Item>> statements(List<Item> sentence) {
        int colon = heading(sentence);
        if (colon > 0) {
            var rest = statements(sentence.subList(colon + 1, sentence.size()));
            var head = sentence.subList(0, colon);
            return rest.stream().map(one -> join(head, one)).toList();
        }
        var segments = segments(sentence);
        var found = new ArrayList<List<Item>>();
        var current = new ArrayList<Item>();
        for (int i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            var next = i + 1 < segments.size() ? segments.get(i + 1) : List.<Item>of();
            if (!current.isEmpty() && begins(current, segment, next)) {
                found.add(List.copyOf(current));
                var last = List.copyOf(current);
                current.clear();
                if (carries(last, segment)) {
                    current.addAll(last.subList(exception(last) + 1, last.size()));
                }
                segment = segment.stream().filter(item -> !item.is(Tag.EXCEPT)).toList();
            }
            current.addAll(segment);
        }
        if (!current.isEmpty()) {
            found.add(List.copyOf(current));
        }
        return shared(found);
    }

    /** A first part that only says what the others are about. */
    private static int heading(List<Item> sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            if (sentence.get(i).is(Tag.COLON)) {
                var head = sentence.subList(0, i);
                var rest = sentence.subList(i + 1, sentence.size());
                boolean topic = !has(head, Tag.RANGE, Tag.ROLE, Tag.NUMBER, Tag.IF, Tag.LIMIT, Tag.STAGE, Tag.MAY)
                        && (!has(head, Tag.NEED, Tag.NOT, Tag.BAN, Tag.MUST, Tag.GIVE));
                boolean several = segments(rest).stream().filter(Cut::condition).count() > 0;
                return topic && several ? i : -1;
            }
        }
        return -1;
    }

    private static List<List<Item>> segments(List<Item> sentence) {
        var found = new ArrayList<List<Item>>();
        var current = new ArrayList<Item>();
        for (var item : sentence) {
            if (item.is(Tag.COMMA, Tag.AND, Tag.OR, Tag.COLON) && !current.isEmpty()) {
                found.add(List.copyOf(current));
                current.clear();
            }
            current.add(item);
        }
        if (!current.isEmpty()) {
            found.add(List.copyOf(current));
        }
        return found;
    }

    private static boolean begins(List<Item> current, List<Item> segment, List<Item> next) {
        if (has(segment, Tag.EXCEPT, Tag.UNLESS)) {
            boolean own = has(segment, Tag.ROLE, Tag.RANGE, Tag.NUMBER)
                    && (has(current, Tag.FLOOR) || has(segment, Tag.MUST));
            return own && has(current, Tag.RANGE, Tag.NUMBER) && has(segment, Tag.IS) && !has(segment, Tag.UNLESS);
        }
        boolean limits = has(segment, Tag.LIMIT) && has(segment, Tag.NUMBER) && has(current, Tag.NUMBER, Tag.RANGE);
        if (carries(current, segment) || limits && complete(current)) {
            return true;
        }
        boolean opened = opens(current);
        if (!complete(current)) {
            return !opened
                    && !segment.getFirst().is(Tag.COLON)
                    && condition(current)
                    && clash(current, segment)
                    && has(current, Tag.IS, Tag.ACT)
                    && has(segment, Tag.IS, Tag.ACT, Tag.ELSE);
        }
        if (!condition(segment)) {
            return false;
        }
        boolean target = target(segment);
        if (!target && clash(current, next) && !has(segment, Tag.IF)) {
            return true;
        }
        if (clash(current, segment) || has(segment, Tag.ELSE, Tag.REL)) {
            return true;
        }
        boolean leads = segment.stream().anyMatch(item -> item.is(Tag.IF)) && target(next) && condition(current);
        return target && condition(current) && !has(segment, Tag.BEFORE, Tag.WITHOUT) && own(segment) && own(current)
                || leads;
    }

    /** "except in France, where they go to Paris": what the exception asks is a part of its own. */
    private static boolean carries(List<Item> current, List<Item> segment) {
        return exception(current) > 0
                && complete(current)
                && has(segment, Tag.ROLE, Tag.NUMBER)
                && !has(segment, Tag.IS, Tag.RANGE, Tag.ELSE, Tag.REL, Tag.EXCEPT, Tag.UNLESS, Tag.FACT, Tag.ACT);
    }

    private static int exception(List<Item> items) {
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i).is(Tag.EXCEPT)) {
                return i;
            }
        }
        return -1;
    }

    /** Says what it is about and what is asked of it. */
    private static boolean own(List<Item> segment) {
        return has(segment, Tag.FACT, Tag.ACT, Tag.RANGE, Tag.IS, Tag.REL, Tag.ELSE)
                && has(segment, Tag.ROLE, Tag.BAN, Tag.NOT, Tag.NUMBER, Tag.FREE, Tag.ROUTE, Tag.STAGE);
    }

    /** Waits for what its "if" asks. */
    private static boolean opens(List<Item> current) {
        for (var item : current) {
            if (item.is(Tag.IF, Tag.UNLESS)) {
                return true;
            }
            if (!item.is(Tag.FILLER, Tag.COMMA, Tag.AND)) {
                return false;
            }
        }
        return false;
    }

    private static boolean complete(List<Item> items) {
        boolean asks = items.stream().anyMatch(item -> ASKING.contains(item.tag()));
        boolean price = items.stream().anyMatch(item -> item.is(Tag.NUMBER));
        boolean role = has(items, Tag.ROLE);
        return role && (condition(items) || asks)
                || price && (condition(items) || asks)
                || has(items, Tag.BAN, Tag.FREE, Tag.FULL)
                || has(items, Tag.RANGE)
                        && items.stream()
                                .anyMatch(item ->
                                        item.is(Tag.FACT) && item.value().equals("list_price"))
                        && items.stream().noneMatch(item -> item.is(Tag.RANGE) && item.unit() == Item.Unit.MONEY)
                || has(items, Tag.NOT) && has(items, Tag.RANGE, Tag.IS, Tag.ACT)
                || has(items, Tag.MAY) && has(items, Tag.RANGE)
                || has(items, Tag.FLOOR) && has(items, Tag.RANGE)
                || has(items, Tag.COST, Tag.FACT)
                        && has(items, Tag.RANGE)
                        && items.stream().anyMatch(item -> item.value().equals("unit_price"));
    }

    static boolean condition(List<Item> items) {
        return has(items, Tag.RANGE, Tag.IS, Tag.ELSE, Tag.REL, Tag.ACT, Tag.STAGE);
    }

    private static boolean target(List<Item> items) {
        return has(items, Tag.ROLE, Tag.NUMBER, Tag.BAN, Tag.NOT, Tag.FREE, Tag.FIELD, Tag.ALONE, Tag.MAY);
    }

    /** Another value of what is bound already: both cannot hold. */
    private static boolean clash(List<Item> current, List<Item> segment) {
        var one = bound(current);
        return bound(segment).stream().anyMatch(one::contains);
    }

    private static Set<String> bound(List<Item> items) {
        var found = new TreeSet<String>();
        for (var item : items) {
            if (item.is(Tag.RANGE)) {
                found.add(item.unit().name());
            } else if (item.is(Tag.IS)) {
                found.add(item.value().substring(0, item.value().indexOf('=')));
            }
        }
        return found;
    }

    /** "A over 10 and B over 20: both need X": what is asked stands behind the last of them. */
    private static List<List<Item>> shared(List<List<Item>> parts) {
        var out = new ArrayList<>(parts);
        for (int i = out.size() - 2; i >= 0; i--) {
            var part = out.get(i);
            if (!complete(part) && condition(part) && complete(out.get(i + 1))) {
                var joined = new ArrayList<>(part);
                out.get(i + 1).stream()
                        .filter(item -> item.is(Tag.ROLE) || ASKING.contains(item.tag()) || item.is(Tag.THEN, Tag.ALSO))
                        .forEach(joined::add);
                out.set(i, joined);
            }
        }
        return out;
    }

    static boolean has(List<Item> items, Tag... tags) {
        return items.stream().anyMatch(item -> item.is(tags));
    }
}
