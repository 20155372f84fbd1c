package dev.windrose.agents.price;

import dev.windrose.revenue.price.Offer;
import dev.windrose.revenue.price.PricedLine;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.stream.Collectors;

/** An offer in plain words. */
final class TellOffer {

    private TellOffer() {}

    static String money(BigDecimal amount, String currency) {
        return currency + " " + number(amount);
    }

    static String number(BigDecimal number) {
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        return new DecimalFormat(whole ? "#,##0" : "#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(number);
    }

    static String percent(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString() + " %";
    }

    /** Each line as it is reckoned, without its result. */
    static String lines(Offer offer) {
        return offer.priced().lines().stream()
                .map(line -> line(line, offer.currency()))
                .collect(Collectors.joining("; "));
    }

    private static String line(PricedLine line, String currency) {
        var entry = line.entry();
        var text = new StringBuilder("%s: %s × %s%s %s"
                .formatted(
                        entry.name(),
                        number(BigDecimal.valueOf(line.quantity())),
                        money(entry.listPrice(), currency),
                        entry.unit() == null ? "" : " a " + entry.unit(),
                        switch (entry.per()) {
                            case MONTH -> "a month";
                            case YEAR -> "a year";
                            case ONCE -> "once";
                        }));
        if (line.termPercent().signum() > 0) {
            text.append(", less ").append(percent(line.termPercent())).append(" for the term");
        }
        if (line.discountPercent().signum() > 0) {
            text.append(", less ").append(percent(line.discountPercent())).append(" discount");
        }
        return text.toString();
    }
}
