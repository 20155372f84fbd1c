package dev.windrose.revenue.price;

import dev.windrose.revenue.PriceBookEntry.Per;
import dev.windrose.revenue.price.QuoteArithmetic.DiscountOf;
import dev.windrose.revenue.price.QuoteArithmetic.Rounded;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The arithmetic of a price. Nothing is rounded but what is shown, in the way that the arithmetic says. */
final class Reckon {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal YEAR = BigDecimal.valueOf(12);

    private final PriceRequest request;
    private final QuoteArithmetic by;

    /** So many units at one line of the price book. */
    record Units(PriceEntry entry, int quantity) {}

    private Reckon(PriceRequest request, QuoteArithmetic by) {
        this.request = request;
        this.by = by;
    }

    /** @param units those that recur first */
    static Priced of(PriceRequest request, List<Units> units, QuoteArithmetic by) {
        return new Reckon(request, by).priced(units);
    }

    private Priced priced(List<Units> units) {
        var lines = new ArrayList<PricedLine>();
        var exactYear = BigDecimal.ZERO;
        var exactOnce = BigDecimal.ZERO;
        for (var each : units) {
            var unit = unitPrice(each.entry());
            var exact = unit.multiply(BigDecimal.valueOf(each.quantity()));
            lines.add(line(each, unit, exact));
            switch (each.entry().per()) {
                case MONTH -> exactYear = exactYear.add(exact.multiply(YEAR));
                case YEAR -> exactYear = exactYear.add(exact);
                case ONCE -> exactOnce = exactOnce.add(exact);
            }
        }
        var once = rounded(exactOnce);
        var months = BigDecimal.valueOf(request.termMonths());
        var yearly = rounded(exactYear);
        var term = rounded(yearly.multiply(months).divide(YEAR, 10, by.rounding()));
        boolean onlyOnce = lines.stream().allMatch(line -> line.entry().once());
        return new Priced(
                request,
                lines,
                yearly.divide(YEAR, by.scale(), by.rounding()),
                onlyOnce ? once : yearly,
                once,
                (months.compareTo(YEAR) < 0 ? term : yearly).add(once),
                term.add(once),
                by);
    }

    private PricedLine line(Units units, BigDecimal unit, BigDecimal exact) {
        var entry = units.entry();
        boolean atList = entry.once() && by.onceAtList();
        return new PricedLine(
                entry,
                units.quantity(),
                entry.listPrice().multiply(BigDecimal.valueOf(units.quantity())),
                term(entry),
                atList ? BigDecimal.ZERO : request.discountPercent(),
                unit.stripTrailingZeros(),
                rounded(exact));
    }

    private BigDecimal unitPrice(PriceEntry entry) {
        if (entry.once() && by.onceAtList()) {
            return entry.listPrice();
        }
        var term = term(entry);
        var discount = request.discountPercent();
        var kept = by.discountOf() == DiscountOf.LIST
                ? HUNDRED.subtract(term).subtract(discount).movePointLeft(2)
                : HUNDRED.subtract(term).multiply(HUNDRED.subtract(discount)).movePointLeft(4);
        var exact = entry.listPrice().multiply(kept.max(BigDecimal.ZERO));
        return by.rounded() == Rounded.EACH_UNIT ? rounded(exact) : exact;
    }

    /** That of the longest step which the term reaches. What is paid once knows no term unless its line says so. */
    private BigDecimal term(PriceEntry entry) {
        if (entry.once() && by.onceAtList()) {
            return BigDecimal.ZERO;
        }
        var steps = entry.reductions() != null
                ? entry.reductions()
                : entry.per() == Per.ONCE ? Map.<Integer, BigDecimal>of() : by.termSteps();
        return steps.entrySet().stream()
                .filter(step -> step.getKey() <= request.termMonths())
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElse(BigDecimal.ZERO);
    }

    private BigDecimal rounded(BigDecimal exact) {
        return exact.setScale(by.scale(), by.rounding());
    }
}
