package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.grammar.Chunk.Unit;
import dev.windrose.context.policy.rule.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads a number with the unit behind it: "45 days net", "three months free", "10 working days". */
final class Quantities {

    private static final Set<String> WORKING = Set.of("working", "business", "banking", "week");

    /** @param next the token behind it */
    record Found(List<Chunk> chunks, int next) {}

    private Quantities() {}

    /**
     * @param at the number
     * @param start where it begins for the reader: "net 30" begins before
     */
    static Found at(List<Token> tokens, int at, Unit given, int start) {
        var token = tokens.get(at);
        int next = at + 1;
        var value = Objects.requireNonNull(token.value());
        if (word(tokens, next, "%")) {
            return one(
                    Chunk.quantity(
                            value, Unit.PERCENT, null, start, tokens.get(next).end()),
                    next + 1);
        }
        int length = Units.length(tokens, next);
        if (length > 0 && token.currency() == null) {
            return counted(tokens, at, length, given, start);
        }
        var unit = token.currency() != null ? Unit.MONEY : given;
        var number = Chunk.quantity(value, unit, token.currency(), start, token.end());
        if (word(tokens, next, "+")) {
            var plus = tokens.get(next);
            return new Found(
                    List.of(
                            Chunk.quantity(value, given, token.currency(), start, token.end()),
                            Chunk.of(Kind.POST, "FROM", plus.start(), plus.end())),
                    next + 1);
        }
        return one(number, next);
    }

    private static Found counted(List<Token> tokens, int at, int length, Unit given, int start) {
        var value = Objects.requireNonNull(tokens.get(at).value());
        int last = at + length;
        int next = last + 1;
        var unit = Words.value(Kind.UNIT, tokens.get(last).word()).orElse("PERCENT");
        int end = tokens.get(last).end();
        var found = new ArrayList<Chunk>();
        if (unit.equals("MONTHS") && word(tokens, next, "free")) {
            found.add(Chunk.quantity(value, Unit.NONE, null, start, end));
            found.add(Chunk.of(
                    Kind.FACT,
                    Fact.FREE_MONTHS.key(),
                    tokens.get(last).start(),
                    tokens.get(next).end()));
            return new Found(found, next + 1);
        }
        boolean net = given == Unit.NET_DAYS || unit.equals("DAYS") && word(tokens, next, "net");
        found.add(Units.counted(value, net ? "NET" : unit, null, start, end));
        var first = tokens.get(at + 1);
        if (length > 1 && WORKING.contains(first.word())) {
            found.add(Chunk.of(Kind.SOFT, first.raw(), first.start(), first.end()));
        }
        return new Found(found, given != Unit.NET_DAYS && net ? next + 1 : next);
    }

    private static Found one(Chunk chunk, int next) {
        return new Found(List.of(chunk), next);
    }

    private static boolean word(List<Token> tokens, int at, String word) {
        return at < tokens.size() && tokens.get(at).word().equals(word);
    }
}
