package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.grammar.Chunk.Unit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Cuts chunks into sentences, and a sentence into statements: "above 15 % the sales lead, above 30 % the CFO" is two. */
final class Sentences {

    private Sentences() {}

    /** The heading of a list stands before each of its lines. */
    static List<List<Chunk>> of(List<Chunk> chunks) {
        var sentences = new ArrayList<List<Chunk>>();
        var current = new ArrayList<Chunk>();
        List<Chunk> heading = List.of();
        boolean listed = false;
        for (int i = 0; i < chunks.size(); i++) {
            var chunk = chunks.get(i);
            if (chunk.is(Kind.BULLET)) {
                if (listed) {
                    close(sentences, current);
                } else {
                    heading = heading(sentences, current);
                    current.clear();
                }
                listed = true;
                current.addAll(heading);
            } else if (chunk.is(Kind.STOP, Kind.SEMI)) {
                boolean before = i + 1 < chunks.size() && chunks.get(i + 1).is(Kind.BULLET);
                boolean colon = !current.isEmpty() && current.getLast().is(Kind.COLON);
                if (!(before && !listed && colon)) {
                    close(sentences, current);
                    listed &= before;
                }
            } else {
                current.add(chunk);
            }
        }
        close(sentences, current);
        return sentences;
    }

    private static List<Chunk> heading(List<List<Chunk>> sentences, List<Chunk> current) {
        if (current.isEmpty()
                && !sentences.isEmpty()
                && sentences.getLast().getLast().is(Kind.COLON)) {
            return sentences.removeLast();
        }
        return List.copyOf(current);
    }

    private static void close(List<List<Chunk>> sentences, List<Chunk> current) {
        if (!current.isEmpty()) {
            sentences.add(List.copyOf(current));
        }
        current.clear();
    }

    static List<Draft> statements(List<Chunk> sentence) {
        var segments = segments(sentence);
        var drafts = new ArrayList<Draft>();
        var current = new ArrayList<Chunk>();
        for (int i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            boolean fresh = !current.isEmpty()
                    && begins(current, segment, i + 1 < segments.size() ? segments.get(i + 1) : List.of());
            if (fresh) {
                drafts.add(new Draft(current));
                current = exception(current, segment);
            }
            current.addAll(segment);
        }
        if (!current.isEmpty()) {
            drafts.add(new Draft(current));
        }
        return asked(drafts);
    }

    /** "except in France, where they go to Paris": what the exception asks is a statement about it. */
    private static ArrayList<Chunk> exception(List<Chunk> current, List<Chunk> segment) {
        var carried = new ArrayList<Chunk>();
        int at = -1;
        for (int i = 0; i < current.size(); i++) {
            if (current.get(i).is(Kind.EXCEPT)) {
                at = i;
            }
        }
        boolean conditions =
                segment.stream().anyMatch(chunk -> chunk.is(Kind.ENT, Kind.RANGE, Kind.TRUTH, Kind.ELSE, Kind.REL));
        if (at > 0 && !conditions) {
            carried.add(Chunk.of(
                    Kind.SAME,
                    "exception",
                    segment.getFirst().start(),
                    segment.getFirst().start()));
            carried.addAll(current.subList(at + 1, current.size()));
        }
        return carried;
    }

    private static List<List<Chunk>> segments(List<Chunk> sentence) {
        var segments = new ArrayList<List<Chunk>>();
        var current = new ArrayList<Chunk>();
        for (var chunk : sentence) {
            boolean parts = chunk.is(Kind.COMMA, Kind.AND, Kind.OR, Kind.COLON);
            if (parts && !current.isEmpty()) {
                segments.add(List.copyOf(current));
                current.clear();
            }
            current.add(chunk);
        }
        if (!current.isEmpty()) {
            segments.add(List.copyOf(current));
        }
        return segments;
    }

    private static boolean begins(List<Chunk> current, List<Chunk> segment, List<Chunk> next) {
        if (!complete(current)) {
            return lists(current, segment);
        }
        boolean condition = condition(segment);
        boolean lead = segment.stream().anyMatch(chunk -> chunk.is(Kind.EXCEPT, Kind.UNLESS));
        if (lead) {
            return false;
        }
        boolean excepted = current.stream().anyMatch(chunk -> chunk.is(Kind.EXCEPT));
        boolean limit = current.stream().anyMatch(chunk -> chunk.is(Kind.LIMIT))
                && current.stream().anyMatch(chunk -> chunk.is(Kind.QTY));
        if (limit && segment.stream().anyMatch(chunk -> chunk.is(Kind.REL))) {
            return false;
        }
        if (excepted && target(segment) && outcome(segment)) {
            return true;
        }
        if (condition && (target(segment) || outcome(segment))) {
            return true;
        }
        if (condition && again(current, segment)) {
            return true;
        }
        return condition
                        && !condition(next)
                        && target(next)
                        && !segment.stream().anyMatch(chunk -> chunk.is(Kind.IF))
                || condition && !condition(next) && target(next) && outcome(next);
    }

    /** "over 10 % for small businesses and over 20 % for enterprise customers need the sales lead". */
    private static boolean lists(List<Chunk> current, List<Chunk> segment) {
        boolean joined = segment.getFirst().is(Kind.AND, Kind.COMMA, Kind.OR);
        boolean conditional = current.stream().anyMatch(chunk -> chunk.is(Kind.IF));
        return joined
                && !conditional
                && condition(segment)
                && units(segment).stream().anyMatch(units(current)::contains)
                && current.stream().anyMatch(chunk -> chunk.is(Kind.ENT, Kind.TRUTH))
                && segment.stream().anyMatch(chunk -> chunk.is(Kind.ENT, Kind.TRUTH, Kind.ELSE));
    }

    /** What is asked stands behind the last of them. */
    private static List<Draft> asked(List<Draft> drafts) {
        var out = new ArrayList<>(drafts);
        for (int i = out.size() - 2; i >= 0; i--) {
            var draft = out.get(i);
            var next = out.get(i + 1);
            boolean open = !complete(draft.chunks) && condition(draft.chunks) && complete(next.chunks);
            if (open) {
                var chunks = new ArrayList<>(draft.chunks);
                next.chunks.stream()
                        .filter(chunk -> chunk.is(
                                Kind.ROLE,
                                Kind.APPROVE,
                                Kind.NEED,
                                Kind.MUST,
                                Kind.ROUTE,
                                Kind.BAN,
                                Kind.NEG,
                                Kind.ALLOWED,
                                Kind.FIRST,
                                Kind.THEN,
                                Kind.CHAIN,
                                Kind.ALSO))
                        .forEach(chunks::add);
                out.set(i, new Draft(chunks));
            }
        }
        return out;
    }

    static boolean condition(List<Chunk> chunks) {
        return chunks.stream()
                .anyMatch(chunk -> chunk.is(Kind.RANGE, Kind.ENT, Kind.TRUTH, Kind.ELSE, Kind.REL)
                        || chunk.is(Kind.ACT) && !chunk.value().isEmpty());
    }

    private static boolean target(List<Chunk> chunks) {
        return chunks.stream()
                .anyMatch(chunk -> chunk.is(
                        Kind.ROLE,
                        Kind.QTY,
                        Kind.FULL,
                        Kind.BAN,
                        Kind.NEG,
                        Kind.ALLOWED,
                        Kind.DENY,
                        Kind.FIELD,
                        Kind.ALONE));
    }

    private static boolean outcome(List<Chunk> chunks) {
        return chunks.stream()
                .anyMatch(chunk -> chunk.is(
                        Kind.APPROVE,
                        Kind.ROUTE,
                        Kind.BAN,
                        Kind.ALLOWED,
                        Kind.NEG,
                        Kind.OFF,
                        Kind.FULL,
                        Kind.SAME,
                        Kind.DENY,
                        Kind.MAY,
                        Kind.ALONE));
    }

    /** Another bound on what is bound already: no "and" can hold both. */
    private static boolean again(List<Chunk> current, List<Chunk> segment) {
        return segment.stream().anyMatch(chunk -> chunk.is(Kind.ELSE))
                || units(segment).stream().anyMatch(units(current)::contains);
    }

    private static Set<Unit> units(List<Chunk> chunks) {
        var units = EnumSet.noneOf(Unit.class);
        chunks.stream().filter(chunk -> chunk.is(Kind.RANGE)).forEach(chunk -> units.add(chunk.unit()));
        return units;
    }

    /** Says what is asked already, so that more can be a statement of its own. */
    private static boolean complete(List<Chunk> chunks) {
        boolean role = chunks.stream().anyMatch(chunk -> chunk.is(Kind.ROLE));
        boolean asks = chunks.stream()
                .anyMatch(chunk -> chunk.is(Kind.APPROVE, Kind.ROUTE, Kind.NEED, Kind.WITHOUT, Kind.CHAIN, Kind.MUST));
        boolean floor = chunks.stream().anyMatch(chunk -> chunk.is(Kind.COST, Kind.FLOOR))
                && chunks.stream().anyMatch(chunk -> chunk.is(Kind.RANGE) && chunk.unit() == Unit.MONEY);
        boolean least = chunks.stream().anyMatch(chunk -> chunk.is(Kind.FLOOR, Kind.LEAST))
                && chunks.stream().anyMatch(chunk -> chunk.is(Kind.QTY) && chunk.unit() == Unit.MONEY);
        boolean price = floor || chunks.stream().anyMatch(chunk -> chunk.is(Kind.QTY, Kind.FULL));
        boolean said =
                chunks.stream().anyMatch(chunk -> chunk.is(Kind.BAN, Kind.ALLOWED, Kind.ALONE, Kind.DENY, Kind.SAME));
        boolean denied = chunks.stream().anyMatch(chunk -> chunk.is(Kind.NEG))
                && chunks.stream().anyMatch(chunk -> chunk.is(Kind.FACT, Kind.ACT, Kind.SELL, Kind.SHARE, Kind.APPROVE))
                && (condition(chunks) || chunks.stream().anyMatch(chunk -> chunk.is(Kind.APPROVE)));
        boolean fields = chunks.stream().anyMatch(chunk -> chunk.is(Kind.FIELD))
                && chunks.stream().anyMatch(chunk -> chunk.is(Kind.ENT, Kind.ACT));
        return least
                || role && (asks || condition(chunks))
                || price && (condition(chunks) || asks)
                || said
                || denied
                || fields;
    }
}
