package dev.windrose.records.query;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.Arrays;
import java.util.Locale;

/** Something to compute of a field over many records. */
public record Measure(Op op, String field) {

    public enum Op {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX
    }

    public static Measure of(String op, String field) {
        return new Measure(
                Arrays.stream(Op.values())
                        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(op))
                        .findFirst()
                        .orElseThrow(() -> new AppException(
                                CommonError.BAD_VALUE, "A measure is count, sum, avg, min or max.", "measures")),
                field);
    }

    /** As answers call it: {@code sum(deal_amount)}. */
    public String name() {
        return "%s(%s)".formatted(op.name().toLowerCase(Locale.ROOT), field);
    }
}
