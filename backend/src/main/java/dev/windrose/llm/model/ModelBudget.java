package dev.windrose.llm.model;

import org.jspecify.annotations.Nullable;

/**
 * How much may be used a month. Money is in millionths of the currency.
 *
 * @param inputPrice of a million tokens
 */
public record ModelBudget(
        @Nullable Long tokensPerMonth,
        @Nullable Long costPerMonth,
        @Nullable String currency,
        @Nullable Long inputPrice,
        @Nullable Long outputPrice) {

    static final ModelBudget NONE = new ModelBudget(null, null, null, null, null);
    private static final long MILLION = 1_000_000;

    /** Rounded up; null where no price is known. */
    @Nullable
    Long cost(long inputTokens, long outputTokens) {
        return inputPrice == null || outputPrice == null
                ? null
                : Long.valueOf(Math.ceilDiv(inputTokens * inputPrice + outputTokens * outputPrice, MILLION));
    }

    /** Whether a call of so many tokens more goes beyond it. */
    boolean exceededBy(ModelUsage used, long inputTokens) {
        if (tokensPerMonth != null && used.tokens() + inputTokens > tokensPerMonth) {
            return true;
        }
        var more = cost(inputTokens, 0);
        return costPerMonth != null && more != null && used.cost() + more > costPerMonth;
    }
}
