package dev.windrose.revenue.price;

import java.math.BigDecimal;
import java.util.List;

/**
 * A price with what it comes from.
 *
 * @param monthly a twelfth of the yearly amount
 * @param yearly without what is paid once, unless everything is
 * @param once what is paid once
 * @param firstYear the yearly amount, of a term below a year what falls into it, and what is paid once
 * @param total over the whole term, with what is paid once
 */
public record Priced(
        PriceRequest request,
        List<PricedLine> lines,
        BigDecimal monthly,
        BigDecimal yearly,
        BigDecimal once,
        BigDecimal firstYear,
        BigDecimal total,
        QuoteArithmetic arithmetic) {

    public Priced {
        lines = List.copyOf(lines);
    }

    /** The line of what is asked for: one that recurs, or the first where everything is paid once. */
    public PricedLine main() {
        return lines.getFirst();
    }

    /** Everything is paid once. */
    public boolean onlyOnce() {
        return lines.stream().allMatch(line -> line.entry().once());
    }
}
