package dev.windrose.context.policy.grammar;

import java.util.List;

/** Tells whether conditions of a statement stand for each other ("or") or hold together. */
final class Alternatives {

    private Alternatives() {}

    /** "needs approval: discounts above 25 %, payment terms above 60 days". */
    private static boolean listed(List<Chunk> chunks) {
        for (int i = 1; i + 1 < chunks.size(); i++) {
            boolean between = chunks.get(i).is(Kind.COMMA)
                    && chunks.subList(0, i).stream().anyMatch(one -> one.is(Kind.RANGE))
                    && chunks.subList(i + 1, chunks.size()).stream().anyMatch(one -> one.is(Kind.RANGE))
                    && chunks.subList(i + 1, chunks.size()).stream().anyMatch(one -> one.is(Kind.FACT, Kind.DEALWORD))
                    && chunks.subList(0, i).stream().anyMatch(one -> one.is(Kind.FACT, Kind.DEALWORD));
            if (between) {
                return true;
            }
        }
        return false;
    }

    static void mark(Draft draft, List<Chunk> sentence) {
        var chunks = draft.chunks;
        boolean or = false;
        boolean and = false;
        boolean conditional = sentence.stream().anyMatch(chunk -> chunk.is(Kind.IF));
        for (int i = 1; i + 1 < chunks.size(); i++) {
            var chunk = chunks.get(i);
            boolean between = chunks.subList(0, i).stream().anyMatch(one -> one.is(Kind.RANGE))
                    && chunks.subList(i + 1, chunks.size()).stream().anyMatch(one -> one.is(Kind.RANGE));
            or |= chunk.is(Kind.OR) && between;
            and |= chunk.is(Kind.AND) && between;
        }
        boolean others = chunks.stream().anyMatch(chunk -> chunk.is(Kind.OR)) && !or && Sentences.condition(chunks);
        if (or && and) {
            draft.fails("How its conditions belong together is not clear.");
        }
        boolean neither = chunks.stream().filter(chunk -> chunk.is(Kind.NEG)).count() > 1;
        draft.alternatives = (or || neither) && !draft.has(Kind.COMBINE);
        mixed(draft);
        and |= !or && listed(chunks);
        if (and
                && !draft.has(Kind.COMBINE)
                && !conditional
                && sentence.stream().anyMatch(chunk -> chunk.is(Kind.FACT, Kind.DEALWORD))) {
            draft.alternatives = true;
            draft.warnings.add("\"and\" between what is asked for is read as either of them.");
        }
        if (others) {
            others(draft);
        }
    }

    /** "refunds and discounts above 10 %": what is done and what is counted. */
    private static void mixed(Draft draft) {
        var chunks = draft.chunks;
        for (int i = 1; i + 1 < chunks.size(); i++) {
            boolean act = chunks.get(i - 1).is(Kind.ACT) && chunks.get(i + 1).is(Kind.FACT);
            if (act && chunks.get(i).is(Kind.AND, Kind.OR, Kind.COMMA)) {
                draft.fails("How its conditions belong together is not clear.");
            }
        }
    }

    private static void others(Draft draft) {
        var chunks = draft.chunks;
        if (chunks.stream()
                                .filter(chunk -> chunk.is(Kind.RANGE, Kind.ENT, Kind.TRUTH))
                                .count()
                        == 2
                && chunks.stream()
                        .noneMatch(chunk -> chunk.is(Kind.EXCEPT, Kind.UNLESS, Kind.ONLY, Kind.ELSE, Kind.REL))) {
            draft.alternatives = true;
        } else {
            draft.fails("How its conditions belong together is not clear.");
        }
    }
}
