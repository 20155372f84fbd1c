package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.grammar.Chunk.Unit;
import dev.windrose.context.policy.rule.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives words that the list does not have the place that their neighbours leave: a field that a stage needs, somebody who approves, a number that is
 * compared, a quality. Each such guess is told. What no place takes stays not understood.
 */
final class Loose {

    private static final int MOST_WORDS = 4;
    private static final Set<String> TOWARDS =
            Set.of("by", "from", "of", "with", "to", "through", "von", "durch", "an");
    private static final Set<String> BESIDE =
            Set.of("for", "on", "in", "with", "to", "from", "at", "fur", "bei", "auf", "aus");

    private static final Set<String> AMOUNTS = Set.of("more", "less", "fewer", "instead", "another", "else");

    private final List<Chunk> chunks;
    private final String text;
    private final Collection<String> notes;
    private final boolean staged;
    private boolean described;
    private boolean dropped;

    private Loose(List<Chunk> chunks, String text, Collection<String> notes) {
        this.chunks = new ArrayList<>(chunks);
        this.text = text;
        this.notes = notes;
        this.staged = needsFields(chunks);
    }

    /** @param notes gets a sentence for each guess */
    static List<Chunk> in(List<Chunk> sentence, String text, Collection<String> notes) {
        var loose = new Loose(Rewrite.of(sentence, text, notes, needsFields(sentence)), text, notes);
        loose.compounds();
        loose.classes();
        for (int i = 0; i < loose.chunks.size(); i++) {
            if (loose.chunks.get(i).is(Kind.LOOSE)) {
                loose.place(i);
            }
        }
        return loose.chunks;
    }

    static boolean has(List<Chunk> chunks, Kind... kinds) {
        return chunks.stream().anyMatch(chunk -> chunk.is(kinds));
    }

    private static boolean needsFields(List<Chunk> chunks) {
        boolean stage = has(chunks, Kind.STAGEWORD, Kind.ENTER, Kind.LEAVE, Kind.ANYSTAGE)
                || chunks.stream()
                        .anyMatch(chunk -> chunk.is(Kind.ENT) && chunk.value().startsWith("stage_"));
        boolean act =
                has(chunks, Kind.ACT) && has(chunks, Kind.BEFORE, Kind.UNTIL, Kind.WITHOUT, Kind.UNLESS, Kind.ONLY);
        boolean asks = has(chunks, Kind.WITHOUT, Kind.NEED, Kind.ONLY, Kind.UNTIL, Kind.BEFORE, Kind.UNLESS)
                || has(chunks, Kind.MUST, Kind.IF) && has(chunks, Kind.FILL, Kind.ENTER, Kind.STAGEWORD);
        return (stage || act) && asks && !has(chunks, Kind.ROLE, Kind.APPROVE, Kind.ROUTE, Kind.RANGE);
    }

    /** Kinds of customers that are no segment. */
    private void classes() {
        for (var chunk : chunks) {
            var key = chunk.value().substring(0, Math.max(0, chunk.value().indexOf('=')));
            if (chunk.is(Kind.TRUTH) && Fact.known(key).isEmpty()) {
                notes.add("\"%s\" is taken to be a fact of its own; it is known where a deal has a field of this name."
                        .formatted(words(chunk)));
            }
        }
    }

    /** "Travel costs above 500 EUR", "media budgets": two known words make a measure of their own. */
    private void compounds() {
        for (int i = 0; i + 2 < chunks.size(); i++) {
            var first = chunks.get(i);
            boolean head = chunks.get(i + 1).is(Kind.COST) || chunks.get(i + 1).is(Kind.FIELD) && !staged;
            boolean named =
                    first.is(Kind.ENT) && first.value().startsWith("industry=") || first.is(Kind.DEALWORD, Kind.DATA);
            var next = chunks.get(i + 2);
            if (head && named && next.is(Kind.RANGE) && next.unit() == Unit.MONEY) {
                own(i, i + 1, "amount");
            }
        }
    }

    private void place(int at) {
        int last = at;
        while (last + 1 < chunks.size() && chunks.get(last + 1).is(Kind.LOOSE)) {
            last++;
        }
        if (last - at >= MOST_WORDS || field(at, last) || role(at, last) || measure(at, last) || quality(at, last)) {
            return;
        }
        drop(at, last);
    }

    /** What a stage needs may be called anything. */
    private boolean field(int at, int last) {
        if (!staged) {
            return false;
        }
        int from = at;
        int to = last;
        while (from > 0 && noun(chunks.get(from - 1))) {
            from--;
        }
        while (to + 1 < chunks.size()
                && (noun(chunks.get(to + 1)) || chunks.get(to + 1).is(Kind.LOOSE))) {
            to++;
        }
        var before = beside(from, -1);
        var after = beside(to, 1);
        boolean asked = before != null
                && before.is(
                        Kind.WITHOUT,
                        Kind.NEED,
                        Kind.ONLY,
                        Kind.UNTIL,
                        Kind.UNLESS,
                        Kind.IF,
                        Kind.AND,
                        Kind.COMMA,
                        Kind.COLON,
                        Kind.FIELD,
                        Kind.FILL,
                        Kind.BEFORE,
                        Kind.MUST,
                        Kind.THEN);
        boolean filled = after != null && (after.is(Kind.FILL) || after.is(Kind.MUST) && before == null);
        if (!asked && !filled) {
            return false;
        }
        var key = words(from, to).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "_");
        put(from, to, Kind.FIELD, key);
        notes.add("\"%s\" is taken to be a field of the deal.".formatted(key.replace('_', ' ')));
        return true;
    }

    private static boolean noun(Chunk chunk) {
        return chunk.is(
                        Kind.DEALWORD,
                        Kind.SUBJECT,
                        Kind.DATA,
                        Kind.ACT,
                        Kind.PRODUCTWORD,
                        Kind.PLANWORD,
                        Kind.FACT,
                        Kind.COST)
                || chunk.is(Kind.ENT) && !chunk.value().startsWith("stage_");
    }

    /** Behind "approved by" stands who approves. */
    private boolean role(int at, int last) {
        if (has(chunks, Kind.ROLE, Kind.FIELD)) {
            return false;
        }
        var before = beside(at, -1);
        var after = beside(last, 1);
        boolean towards = at > 0
                && (TOWARDS.contains(lastWord(chunks.get(at - 1)))
                        || at > 1 && article(chunks.get(at - 1)) && TOWARDS.contains(lastWord(chunks.get(at - 2))));
        boolean behind = before != null && before.is(Kind.APPROVE, Kind.REVIEW, Kind.ROUTE) && towards;
        boolean does = opens(at)
                && after != null
                && (after.is(Kind.APPROVE) && verb(after) || after.is(Kind.MUST) && approvesNext(last));
        if (!behind && !does) {
            return false;
        }
        var key = words(at, last).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "_");
        put(at, last, Kind.ROLE, key);
        notes.add("\"%s\" is taken to be a role.".formatted(key.replace('_', ' ')));
        return true;
    }

    private boolean verb(Chunk chunk) {
        return chunk.value().equals("verb") || words(chunk).endsWith("s");
    }

    private boolean approvesNext(int last) {
        for (int i = last + 1; i < chunks.size() && i < last + 4; i++) {
            if (chunks.get(i).is(Kind.APPROVE)) {
                return true;
            }
        }
        return false;
    }

    static boolean article(Chunk chunk) {
        return chunk.is(Kind.GLUE)
                && Set.of("a", "an", "the", "our", "der", "die", "den", "dem").contains(chunk.value());
    }

    /** "Travel costs above 500 EUR": what is compared is named before it. */
    private boolean measure(int at, int last) {
        int next = last + 1;
        while (next < chunks.size() && chunks.get(next).is(Kind.GLUE, Kind.MUST, Kind.MAY, Kind.NEG, Kind.LIMIT)) {
            next++;
        }
        boolean preposition = chunks.subList(last + 1, Math.min(next, chunks.size())).stream()
                .anyMatch(chunk -> chunk.is(Kind.GLUE) && BESIDE.contains(lastWord(chunk)));
        boolean modifies = at > 0 && chunks.get(at - 1).is(Kind.FACT, Kind.ACT, Kind.TRUTH);
        if (next >= chunks.size()
                || preposition
                || modifies
                || !chunks.get(next).is(Kind.RANGE, Kind.QTY)) {
            return false;
        }
        var measure = measure(chunks.get(next).unit());
        if (chunks.get(next).is(Kind.QTY) && !has(chunks, Kind.LIMIT) || measure == null) {
            return false;
        }
        int from = at > 0 && noun(chunks.get(at - 1)) ? at - 1 : at;
        return own(from, last, measure);
    }

    private static @Nullable String measure(Unit unit) {
        return switch (unit) {
            case PERCENT -> "percent";
            case MONEY -> "amount";
            case DAYS, NET_DAYS -> "days";
            case MONTHS -> "months";
            case HOURS -> "hours";
            case NONE -> "count";
            case UNITS, EMPLOYEES -> null;
        };
    }

    private boolean own(int from, int to, @Nullable String measure) {
        var fact = Fact.named(words(from, to), measure).filter(Fact::own).orElse(null);
        if (fact == null) {
            return false;
        }
        put(from, to, measure == null ? Kind.TRUTH : Kind.FACT, measure == null ? fact.key() + "=true" : fact.key());
        notes.add("\"%s\" is taken to be a fact of its own; it is known where a deal has a field of this name."
                .formatted(words(from, from)));
        return true;
    }

    /** "hospital customers", "discounts on hardware": it holds for these alone, and nothing tells which they are. */
    private boolean quality(int at, int last) {
        boolean before = last + 1 < chunks.size()
                && chunks.get(last + 1)
                        .is(Kind.SUBJECT, Kind.DEALWORD, Kind.FACT, Kind.ACT, Kind.TRUTH, Kind.PRODUCTWORD);
        boolean behind = at > 0
                && (BESIDE.contains(lastWord(chunks.get(at - 1)))
                        || at > 1 && article(chunks.get(at - 1)) && BESIDE.contains(lastWord(chunks.get(at - 2))))
                && (last + 1 >= chunks.size()
                        || chunks.get(last + 1)
                                .is(Kind.COMMA, Kind.MUST, Kind.NEED, Kind.ROUTE, Kind.GLUE, Kind.MAY, Kind.NEG));
        boolean subject = opens(at)
                && last + 1 < chunks.size()
                && chunks.get(last + 1)
                        .is(Kind.MUST, Kind.NEED, Kind.ROUTE, Kind.MAY, Kind.GIVE, Kind.GLUE, Kind.RANGE);
        if (described || AMOUNTS.contains(words(at, last).toLowerCase(Locale.ROOT)) || !before && !behind && !subject) {
            return false;
        }
        described = own(at, last, null);
        return described;
    }

    /** One word beside what is understood may be left out; behind a word that denies or excepts it may be what matters. */
    private void drop(int at, int last) {
        var before = beside(at, -1);
        boolean matters = before == null
                || before.is(
                        Kind.IF,
                        Kind.UNLESS,
                        Kind.EXCEPT,
                        Kind.ONLY,
                        Kind.WITHOUT,
                        Kind.OUTSIDE,
                        Kind.CMP,
                        Kind.AND,
                        Kind.OR,
                        Kind.QTY)
                || before.is(Kind.NEG) && last + 1 < chunks.size();
        boolean says = has(chunks, Kind.RANGE, Kind.ENT, Kind.TRUTH, Kind.FACT)
                && has(chunks, Kind.ROLE, Kind.NEG, Kind.BAN, Kind.FIELD, Kind.QTY);
        if (matters
                || dropped
                || !says
                || last > at
                || AMOUNTS.contains(words(at, last).toLowerCase(Locale.ROOT))) {
            return;
        }
        dropped = true;
        notes.add("\"%s\" is not understood and left out.".formatted(words(at, last)));
        put(at, last, Kind.GLUE, "-");
    }

    private boolean opens(int at) {
        for (int i = at - 1; i >= 0; i--) {
            if (!article(chunks.get(i))) {
                return chunks.get(i).is(Kind.COMMA, Kind.AND);
            }
        }
        return true;
    }

    private void put(int from, int to, Kind kind, String value) {
        var chunk =
                Chunk.of(kind, value, chunks.get(from).start(), chunks.get(to).end());
        for (int i = to; i > from; i--) {
            chunks.remove(i);
        }
        chunks.set(from, chunk);
    }

    private @Nullable Chunk beside(int at, int step) {
        for (int i = at + step; i >= 0 && i < chunks.size(); i += step) {
            if (!chunks.get(i).is(Kind.GLUE)) {
                return chunks.get(i);
            }
        }
        return null;
    }

    private String words(int from, int to) {
        return text.substring(chunks.get(from).start(), chunks.get(to).end());
    }

    private String words(Chunk chunk) {
        return text.substring(chunk.start(), chunk.end());
    }

    private String lastWord(Chunk chunk) {
        var words = words(chunk).toLowerCase(Locale.ROOT);
        return words.substring(words.lastIndexOf(' ') + 1).replace('ü', 'u');
    }
}
