package dev.windrose.records.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to count and sum over the records that a filter finds.
 *
 * @param currency into which amounts are converted where rates are known; null to keep them by currency
 * @param asOf over the records as they were then; null for today's
 */
public record AggregateQuery(
        String type,
        Filter filter,
        List<Grouping> groupings,
        List<Measure> measures,
        @Nullable String currency,
        @Nullable Instant asOf) {

    /** Over the records of today. */
    public AggregateQuery(
            String type, Filter filter, List<Grouping> groupings, List<Measure> measures, @Nullable String currency) {
        this(type, filter, groupings, measures, currency, null);
    }

    /** Groups answered at most; totals are of all. */
    public static final int MOST_GROUPS = 1_000;
}
