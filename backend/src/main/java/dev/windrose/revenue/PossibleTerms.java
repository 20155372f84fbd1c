package dev.windrose.revenue;

import dev.windrose.platform.error.CommonError;
import dev.windrose.records.change.Write;
import java.math.BigDecimal;

/** Bounds of numbers that prices and quotes are made of. */
final class PossibleTerms {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private PossibleTerms() {}

    static void whole(Write write, String field, int least) {
        if (write.value(field) instanceof Number number && number.longValue() < least) {
            write.refuse(CommonError.BAD_VALUE, field, "This is %d or more.".formatted(least));
        }
    }

    static void percent(Write write, String field) {
        if (write.value(field) instanceof Number number && !isPercent(number)) {
            write.refuse(CommonError.BAD_VALUE, field, "A percentage is from 0 to 100.");
        }
    }

    static boolean isPercent(Number number) {
        var value = new BigDecimal(number.toString());
        return value.signum() >= 0 && value.compareTo(HUNDRED) <= 0;
    }

    static void currency(Write write, String field) {
        if (write.value(field) instanceof String code && !code.matches("[A-Z]{3}")) {
            write.refuse(CommonError.BAD_VALUE, field, "Give the currency as three capitals, for example EUR.");
        }
    }
}
