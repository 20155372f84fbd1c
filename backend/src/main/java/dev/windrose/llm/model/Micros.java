package dev.windrose.llm.model;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Money in millionths: a call costs less than a cent. */
public final class Micros {

    private static final int DIGITS = 6;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    private Micros() {}

    static @Nullable Long of(@Nullable String written, String field) {
        try {
            var amount = written == null ? null : new BigDecimal(written.strip());
            if (amount != null && (amount.signum() < 0 || amount.compareTo(MOST) > 0)) {
                throw new NumberFormatException();
            }
            return amount == null ? null : amount.movePointRight(DIGITS).longValueExact();
        } catch (ArithmeticException | NumberFormatException bad) {
            throw new AppException(
                    CommonError.BAD_VALUE,
                    "An amount is a number from 0 with at most six decimals, such as 0.15.",
                    field);
        }
    }

    public static @Nullable String text(@Nullable Long micros) {
        if (micros == null) {
            return null;
        }
        var plain = BigDecimal.valueOf(micros, DIGITS).stripTrailingZeros();
        return (plain.scale() < 2 ? plain.setScale(2) : plain).toPlainString();
    }
}
