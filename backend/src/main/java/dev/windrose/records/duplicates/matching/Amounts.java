package dev.windrose.records.duplicates.matching;

import java.math.BigDecimal;

/** Numbers with decimals, signs of currency or shares. */
final class Amounts {

    private Amounts() {}

    static String key(String raw) {
        double value = value(raw);
        return Double.isNaN(value)
                ? ""
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    static double value(String raw) {
        var plain = raw.replaceAll("[^\\d.-]", "");
        try {
            return plain.isEmpty() ? Double.NaN : Double.parseDouble(plain);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    static Agreement compare(double a, double b) {
        double off = difference(a, b);
        if (off == 0) {
            return Agreement.SAME;
        }
        return off <= 0.02
                ? Agreement.NEAR
                : off <= 0.1 ? Agreement.CLOSE : off <= 0.3 ? Agreement.PARTLY : Agreement.DIFFERENT;
    }

    /** As a share of the larger. */
    static double difference(double a, double b) {
        double most = Math.max(Math.abs(a), Math.abs(b));
        return most == 0 ? 0 : Math.abs(a - b) / most;
    }
}
