package dev.windrose.context.policy.grammar;

import static dev.windrose.context.policy.grammar.Loose.article;
import static dev.windrose.context.policy.grammar.Loose.has;

import dev.windrose.context.policy.grammar.Chunk.Unit;
import dev.windrose.context.policy.rule.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Brings what is said in another order or with another word into the form that is read. */
final class Rewrite {

    private static final Set<String> TO = Set.of("to", "an");
    private static final Set<String> HANDING = Set.of(
            "hand",
            "send",
            "pass",
            "give",
            "bring",
            "move",
            "direct",
            "turn",
            "put",
            "pass on",
            "transfer",
            "hands",
            "sends",
            "gives");

    private final List<Chunk> chunks;
    private final String text;
    private final Collection<String> notes;
    private final boolean staged;

    private Rewrite(List<Chunk> chunks, String text, Collection<String> notes, boolean staged) {
        this.chunks = new ArrayList<>(chunks);
        this.text = text;
        this.notes = notes;
        this.staged = staged;
    }

    /**
     * @param staged fields are needed
     * @param notes gets a sentence for each guess
     */
    static List<Chunk> of(List<Chunk> sentence, String text, Collection<String> notes, boolean staged) {
        var rewrite = new Rewrite(sentence, text, notes, staged);
        rewrite.signedFields();
        rewrite.closingOnly();
        rewrite.roleOnly();
        rewrite.handed();
        rewrite.periods();
        rewrite.owners();
        rewrite.trials();
        return rewrite.chunks;
    }

    /** "a signed order form": nothing is signed now. */
    private void signedFields() {
        for (int i = 0; i + 1 < chunks.size(); i++) {
            var chunk = chunks.get(i);
            boolean field = chunks.get(i + 1).is(Kind.FIELD)
                    || staged && chunks.get(i + 1).is(Kind.LOOSE);
            if (field && chunk.is(Kind.ACT) && chunk.value().equals("sign")) {
                chunks.set(i, Chunk.of(Kind.FILL, "-", chunk.start(), chunk.end()));
            }
        }
    }

    /** "for prospects only" is "only for prospects". */
    private void closingOnly() {
        for (int i = 1; i < chunks.size(); i++) {
            boolean ends = i + 1 == chunks.size() || chunks.get(i + 1).is(Kind.COMMA, Kind.AND);
            int entity = i - 1;
            while (entity > 0 && chunks.get(entity).is(Kind.SUBJECT, Kind.GLUE)) {
                entity--;
            }
            if (chunks.get(i).is(Kind.ONLY) && ends && chunks.get(entity).is(Kind.ENT, Kind.TRUTH)) {
                while (entity > 1
                        && chunks.get(entity - 1).is(Kind.AND, Kind.OR)
                        && chunks.get(entity - 2).is(Kind.ENT, Kind.TRUTH)) {
                    entity -= 2;
                }
                chunks.add(entity, chunks.remove(i));
            }
        }
    }

    /** "above 30 %: CEO only". */
    private void roleOnly() {
        int last = chunks.size() - 1;
        boolean bare = last > 1
                && chunks.get(last).is(Kind.ONLY)
                && chunks.get(last - 1).is(Kind.ROLE)
                && has(chunks, Kind.RANGE)
                && !has(chunks, Kind.APPROVE, Kind.ROUTE, Kind.MAY, Kind.NEG, Kind.ACT);
        if (bare) {
            var only = chunks.remove(last);
            chunks.add(last - 1, Chunk.of(Kind.NEED, "-", only.start(), only.end()));
            notes.add("\"%s\" is read as who has to approve.".formatted(words(chunks.get(last))));
        }
    }

    /** "hand the lead to the enterprise team". */
    private void handed() {
        int role = -1;
        for (int i = 1; i < chunks.size(); i++) {
            boolean to = chunks.get(i - 1).is(Kind.GLUE)
                    && (TO.contains(lastWord(chunks.get(i - 1)))
                            || i > 1 && article(chunks.get(i - 1)) && TO.contains(lastWord(chunks.get(i - 2))));
            role = chunks.get(i).is(Kind.ROLE) && to ? i : role;
        }
        boolean other = has(chunks, Kind.APPROVE, Kind.ROUTE, Kind.NEG, Kind.BAN, Kind.FIELD);
        for (int i = 0; i < role && !other; i++) {
            if (HANDING.contains(words(chunks.get(i)).toLowerCase(Locale.ROOT))) {
                chunks.set(
                        i,
                        Chunk.of(
                                Kind.ROUTE,
                                "-",
                                chunks.get(i).start(),
                                chunks.get(i).end()));
                return;
            }
        }
    }

    /** "a monthly plan" may be what is paid monthly, or what can be left each month. */
    private void periods() {
        for (int i = 0; i < chunks.size(); i++) {
            var chunk = chunks.get(i);
            if (chunk.is(Kind.UNKNOWN) && chunk.value().startsWith("what is annual")) {
                var word = words(chunk).toLowerCase(Locale.ROOT);
                var payment =
                        word.startsWith("month") ? "monthly" : word.startsWith("quarter") ? "quarterly" : "annually";
                chunks.set(i, Chunk.of(Kind.ENT, "payment=" + payment, chunk.start(), chunk.end()));
                notes.add("\"%s\" is read as paid %s.".formatted(words(chunk), payment));
            }
        }
    }

    /** Behind fields that a stage needs the owner is one of them. */
    private void owners() {
        boolean fields = has(chunks, Kind.FIELD) && !has(chunks, Kind.APPROVE, Kind.ROUTE, Kind.RANGE);
        for (int i = 0; fields && i < chunks.size(); i++) {
            if (chunks.get(i).is(Kind.ROLE) && chunks.get(i).value().equals("owner")) {
                chunks.set(
                        i,
                        Chunk.of(
                                Kind.FIELD,
                                "owner",
                                chunks.get(i).start(),
                                chunks.get(i).end()));
            }
        }
    }

    /** A trial whose length nobody speaks of is what is done. */
    private void trials() {
        boolean lasts = chunks.stream()
                .anyMatch(chunk -> chunk.is(Kind.RANGE, Kind.QTY)
                        && (chunk.unit() == Unit.DAYS || chunk.unit() == Unit.MONTHS || chunk.unit() == Unit.NONE));
        for (int i = 0; !lasts && i < chunks.size(); i++) {
            if (chunks.get(i).is(Kind.FACT) && chunks.get(i).value().equals(Fact.TRIAL_DAYS.key())) {
                chunks.set(
                        i,
                        Chunk.of(
                                Kind.ACT,
                                "free_trial",
                                chunks.get(i).start(),
                                chunks.get(i).end()));
            }
        }
    }

    private String words(Chunk chunk) {
        return text.substring(chunk.start(), chunk.end());
    }

    private String lastWord(Chunk chunk) {
        var words = words(chunk).toLowerCase(Locale.ROOT);
        return words.substring(words.lastIndexOf(' ') + 1);
    }
}
