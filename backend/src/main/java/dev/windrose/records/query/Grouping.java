package dev.windrose.records.query;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A field to group by, dates by calendar units: {@code deal_signing_date:quarter}. */
public record Grouping(String field, @Nullable Bucket bucket) {

    public enum Bucket {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR
    }

    public static Grouping of(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return new Grouping(text, null);
        }
        String unit = text.substring(colon + 1);
        return new Grouping(
                text.substring(0, colon),
                Arrays.stream(Bucket.values())
                        .filter(bucket -> bucket.name().toLowerCase(Locale.ROOT).equals(unit))
                        .findFirst()
                        .orElseThrow(() -> new AppException(
                                CommonError.BAD_VALUE,
                                "Dates are grouped by day, week, month, quarter or year.",
                                text)));
    }

    /** As it was asked for. */
    public String name() {
        return bucket == null ? field : field + ":" + bucket.name().toLowerCase(Locale.ROOT);
    }
}
