package dev.windrose.llm.model;

import java.time.YearMonth;

/**
 * What was used in a month.
 *
 * @param cost in millionths of the currency of the budget
 */
public record ModelUsage(YearMonth month, long calls, long inputTokens, long outputTokens, long cost) {

    public long tokens() {
        return inputTokens + outputTokens;
    }
}
