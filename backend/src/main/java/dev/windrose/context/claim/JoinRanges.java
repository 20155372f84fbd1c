package dev.windrose.context.claim;

import dev.windrose.context.claim.Quantity.Bound;
import dev.windrose.llm.language.Span;
import java.util.List;
import java.util.regex.Pattern;

/** Makes one range of two numbers, as in "between 8 and 23 %", and gives the first of a pair the unit of the second. */
final class JoinRanges {

    private static final Pattern TO = Pattern.compile(" ?(?:to|bis|-|until) ?(?:dn |[$€£])?");
    private static final Pattern AND = Pattern.compile(" (?:and|und) (?:dn )?");
    private static final Pattern CHANGE =
            Pattern.compile("(?: \\p{L}+)?(?: (?:down|up|on average))? (?:to|auf) (?:about |only )?");
    private static final Pattern OPENS = Pattern.compile("\\b(?:between|zwischen) (?:dn |about )?$");

    private JoinRanges() {}

    static void in(String folded, List<Quantity> found) {
        for (int i = 0; i + 1 < found.size(); i++) {
            var one = found.get(i);
            var other = found.get(i + 1);
            if (one.dimension().equals("year") || one.dimension().equals("clock")) {
                continue;
            }
            int from = Math.min(one.span().end(), other.span().start());
            var gap = folded.substring(from, other.span().start());
            boolean like = one.dimension().equals(other.dimension()) || one.counts();
            boolean joined = TO.matcher(gap).matches()
                    || AND.matcher(gap).matches()
                            && OPENS.matcher(folded.substring(0, one.span().start()))
                                    .find();
            if (like && joined && !one.weak()) {
                double low = one.dimension().equals(other.dimension()) ? one.low() : scaled(one, other, folded);
                if (low < other.high()) {
                    found.set(
                            i,
                            other.with(
                                            low,
                                            other.high(),
                                            new Span(
                                                    one.span().start(),
                                                    other.span().end()))
                                    .within(Bound.EXACT));
                    found.remove(i + 1);
                }
            } else if (one.counts() && !other.counts() && CHANGE.matcher(gap).matches()) {
                found.set(
                        i,
                        other.with(scaled(one, other, folded), scaled(one, other, folded), one.span())
                                .within(one.bound()));
            }
        }
    }

    private static double scaled(Quantity one, Quantity other, String folded) {
        var digits = folded.substring(other.span().start(), other.span().end());
        var numbers = dev.windrose.llm.language.Numbers.in(digits);
        if (numbers.isEmpty() || numbers.getFirst().value().signum() == 0) {
            return one.low();
        }
        return other.dimension().equals("temperature")
                ? one.low()
                : one.low() * other.high() / numbers.getFirst().value().doubleValue();
    }
}
