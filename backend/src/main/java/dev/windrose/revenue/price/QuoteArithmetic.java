package dev.windrose.revenue.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a quote is reckoned. A workspace says it in a policy; what the policy leaves open is as in {@link #USUAL}.
 *
 * @param scale digits behind the point of what is rounded
 * @param termSteps percent off by months for lines of the price book that say nothing of terms
 * @param clause the policy that says it; null where none does
 */
public record QuoteArithmetic(
        Tiers tiers,
        DiscountOf discountOf,
        boolean onceAtList,
        int scale,
        RoundingMode rounding,
        Rounded rounded,
        Map<Integer, BigDecimal> termSteps,
        @Nullable Clause clause) {

    public static final QuoteArithmetic USUAL = new QuoteArithmetic(
            Tiers.ALL_UNITS, DiscountOf.REMAINDER, false, 2, RoundingMode.HALF_UP, Rounded.AT_THE_END, Map.of(), null);

    public QuoteArithmetic {
        termSteps = Map.copyOf(termSteps);
    }

    QuoteArithmetic citing(@Nullable Clause other) {
        return new QuoteArithmetic(tiers, discountOf, onceAtList, scale, rounding, rounded, termSteps, other);
    }

    /** The policy that says it. */
    public record Clause(UUID id, String title, String text) {}

    /** For which units the price of a tier is. */
    public enum Tiers {
        /** That of the whole quantity is for every unit. */
        ALL_UNITS,
        /** Each unit has the price of the tier that it falls into. */
        OWN_BAND
    }

    /** What the discount is a share of. */
    public enum DiscountOf {
        /** What is left after the reduction for the term. */
        REMAINDER,
        /** The list price, as the reduction for the term is: both are added. */
        LIST
    }

    /** What is rounded; sums are rounded in any case. */
    public enum Rounded {
        AT_THE_END,
        EACH_UNIT
    }
}
