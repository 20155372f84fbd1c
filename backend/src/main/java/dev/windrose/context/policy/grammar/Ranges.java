package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.grammar.Chunk.Limit;
import dev.windrose.context.policy.grammar.Chunk.Unit;
import dev.windrose.context.policy.rule.Compare;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Joins numbers with the words that compare them: "more than 300 and up to 1,000 units". */
final class Ranges {

    private static final BigDecimal FIFTY = BigDecimal.valueOf(50);
    private static final BigDecimal TWENTY_FIVE = BigDecimal.valueOf(25);
    private static final BigDecimal THIRD = new BigDecimal("33.333333");

    private final List<Chunk> chunks;
    private final List<Chunk> found = new ArrayList<>();
    private int at;

    private Ranges(List<Chunk> chunks) {
        this.chunks = chunks;
    }

    static List<Chunk> in(List<Chunk> chunks) {
        var ranges = new Ranges(shares(chunks));
        while (ranges.at < ranges.chunks.size()) {
            ranges.step();
        }
        return ranges.found;
    }

    /** "half" and "a quarter" are percentages of the price. */
    private static List<Chunk> shares(List<Chunk> chunks) {
        var out = new ArrayList<Chunk>();
        boolean paid = chunks.stream()
                .anyMatch(chunk -> chunk.is(Kind.ENT) && chunk.value().startsWith("payment="));
        for (var chunk : chunks) {
            if (paid && chunk.is(Kind.HALF, Kind.QUARTER, Kind.THIRD)) {
                out.add(Chunk.of(Kind.UNKNOWN, "a part of the payment", chunk.start(), chunk.end()));
                continue;
            }
            var share =
                    switch (chunk.kind()) {
                        case HALF -> FIFTY;
                        case QUARTER -> TWENTY_FIVE;
                        case THIRD -> THIRD;
                        default -> null;
                    };
            if (share == null) {
                out.add(chunk);
            } else {
                out.add(Chunk.quantity(share, Unit.PERCENT, null, chunk.start(), chunk.end()));
                if (chunk.value().equals("-") && chunk.is(Kind.HALF)) {
                    out.add(Chunk.of(Kind.OFF, "half", chunk.start(), chunk.end()));
                }
            }
        }
        return out;
    }

    private void step() {
        var chunk = chunks.get(at);
        if (chunk.is(Kind.BETWEEN) && between(chunk)
                || chunk.is(Kind.CMP) && compared(chunk)
                || chunk.is(Kind.QTY) && counted(chunk)) {
            return;
        }
        found.add(chunk);
        at++;
    }

    private boolean between(Chunk word) {
        int first = next(at + 1, Kind.QTY);
        int and = first < 0 ? -1 : next(first + 1, Kind.AND);
        int second = and < 0 ? -1 : next(and + 1, Kind.QTY);
        if (second < 0) {
            return false;
        }
        both(word.start(), first, second, Compare.FROM, Compare.UP_TO);
        return true;
    }

    private boolean compared(Chunk word) {
        int number = next(at + 1, Kind.QTY);
        if (number < 0) {
            return false;
        }
        var compare = Compare.valueOf(word.value());
        if (second(word, compare, number)) {
            return true;
        }
        var quantity = chunks.get(number);
        at = number + 1;
        skipPost();
        found.add(Chunk.range(
                List.of(new Limit(compare, value(quantity))),
                quantity.unit(),
                quantity.currency(),
                word.start(),
                quantity.end()));
        return true;
    }

    /** The other side of a range. */
    private boolean second(Chunk word, Compare compare, int number) {
        int joint = next(number + 1, Kind.AND, Kind.TO, Kind.COMMA);
        if (joint >= 0) {
            int again = chunks.get(joint).is(Kind.COMMA) ? next(joint + 1, Kind.AND) : joint;
            again = again < 0 ? joint : again;
            int other = next(again + 1, Kind.CMP);
            if (other >= 0) {
                var second = Compare.valueOf(chunks.get(other).value());
                int value = next(other + 1, Kind.QTY);
                if (value >= 0
                        && second.rising() != compare.rising()
                        && same(number, value)
                        && ordered(compare, number, value)) {
                    both(word.start(), number, value, compare, second);
                    return true;
                }
            }
            int value = next(joint + 1, Kind.QTY);
            if (chunks.get(joint).is(Kind.TO) && compare.rising() && value >= 0) {
                both(word.start(), number, value, compare, Compare.UP_TO);
                return true;
            }
        }
        int upTo = next(number + 1, Kind.CMP);
        if (upTo == number + 1 && compare.rising()) {
            var second = Compare.valueOf(chunks.get(upTo).value());
            int value = next(upTo + 1, Kind.QTY);
            if (value >= 0 && !second.rising() && same(number, value)) {
                both(word.start(), number, value, compare, second);
                return true;
            }
        }
        return false;
    }

    private boolean ordered(Compare first, int one, int other) {
        int order = value(chunks.get(one)).compareTo(value(chunks.get(other)));
        return first.rising() ? order < 0 : order > 0;
    }

    private boolean counted(Chunk quantity) {
        int post = at + 1 < chunks.size() && chunks.get(at + 1).is(Kind.POST) ? at + 1 : -1;
        int joint = next(at + 1, Kind.TO, Kind.COMMA);
        if (post >= 0) {
            found.add(Chunk.range(
                    List.of(new Limit(Compare.valueOf(chunks.get(post).value()), value(quantity))),
                    quantity.unit(),
                    quantity.currency(),
                    quantity.start(),
                    chunks.get(post).end()));
            at = post + 1;
            return true;
        }
        if (joint == at + 1 && chunks.get(joint).is(Kind.TO)) {
            int other = next(joint + 1, Kind.QTY);
            if (other >= 0 && same(at, other)) {
                both(quantity.start(), at, other, Compare.FROM, Compare.UP_TO);
                return true;
            }
        }
        int bis = at + 1;
        if (bis < chunks.size()
                && chunks.get(bis).is(Kind.CMP)
                && chunks.get(bis).value().equals("UP_TO")) {
            int other = next(bis + 1, Kind.QTY);
            if (other >= 0 && same(at, other)) {
                both(quantity.start(), at, other, Compare.FROM, Compare.UP_TO);
                return true;
            }
        }
        return false;
    }

    private void skipPost() {
        if (at < chunks.size() && chunks.get(at).is(Kind.POST)) {
            at++;
        }
    }

    private void both(int start, int first, int second, Compare low, Compare high) {
        var one = chunks.get(first);
        var other = chunks.get(second);
        var unit = other.unit() == Unit.NONE ? one.unit() : other.unit();
        var currency = other.currency() == null ? one.currency() : other.currency();
        found.add(Chunk.range(
                List.of(new Limit(low, value(one)), new Limit(high, value(other))),
                unit,
                currency,
                start,
                other.end()));
        at = second + 1;
    }

    private boolean same(int one, int other) {
        var a = chunks.get(one).unit();
        var b = chunks.get(other).unit();
        return a == b || a == Unit.NONE || b == Unit.NONE;
    }

    private static BigDecimal value(Chunk quantity) {
        return Objects.requireNonNull(quantity.number());
    }

    /** The next chunk but for small words, if it is of a kind; else -1. */
    private int next(int from, Kind... kinds) {
        for (int i = from; i < chunks.size(); i++) {
            if (chunks.get(i).is(kinds)) {
                return i;
            }
            if (!chunks.get(i).is(Kind.GLUE) || i - from > 2) {
                return -1;
            }
        }
        return -1;
    }
}
