package dev.windrose.records.query;

import dev.windrose.records.Money;
import dev.windrose.records.query.AggregateSql.Measured;
import dev.windrose.records.query.AggregateStore.Figure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One measure of one group: figures by currency, put together. */
final class Sums {

    private final Measured measure;
    private final Map<String, Figure> byCurrency = new TreeMap<>();

    Sums(Measured measure) {
        this.measure = measure;
    }

    void add(Figure figure) {
        if (figure.values() > 0) {
            byCurrency.merge(figure.currency() == null ? "" : figure.currency(), figure, Sums::both);
        }
    }

    void add(Sums other) {
        other.byCurrency.values().forEach(this::add);
    }

    /**
     * @param worth of currencies, by which amounts are converted where a target is given
     * @return a number, a date as text, an amount, or a list of amounts where they cannot be added up
     */
    @Nullable
    Object result(@Nullable String target, Map<String, BigDecimal> worth) {
        var op = measure.asked().op();
        if (op == Measure.Op.COUNT) {
            return byCurrency.values().stream().mapToLong(Figure::values).sum();
        }
        if (!measure.money()) {
            return byCurrency.values().stream()
                    .reduce(Sums::both)
                    .map(figure -> value(op, figure))
                    .orElse(op == Measure.Op.SUM ? BigDecimal.ZERO : null);
        }
        if (target != null) {
            var converted = converted(target, worth);
            if (converted.isPresent()) {
                return converted.get();
            }
        }
        var amounts = new ArrayList<Money>();
        byCurrency.forEach((currency, figure) -> {
            if (value(op, figure) instanceof BigDecimal number) {
                amounts.add(money(number, currency.isEmpty() ? "XXX" : currency));
            }
        });
        return amounts.size() == 1 ? amounts.getFirst() : amounts;
    }

    /** Everything in one currency; empty where a rate is missing. */
    private Optional<Money> converted(String target, Map<String, BigDecimal> worth) {
        @Nullable Figure all = null;
        for (var entry : byCurrency.entrySet()) {
            boolean same = entry.getKey().equals(target);
            var rate = same ? BigDecimal.ONE : worth.get(entry.getKey());
            var into = same ? BigDecimal.ONE : worth.get(target);
            if (rate == null || into == null) {
                return Optional.empty();
            }
            var figure = inMajorUnits(entry.getValue(), entry.getKey(), rate.divide(into, MathContext.DECIMAL64));
            all = all == null ? figure : both(all, figure);
        }
        if (all == null) {
            return Optional.of(new Money(BigDecimal.ZERO, target));
        }
        return value(measure.asked().op(), all) instanceof BigDecimal number
                ? Optional.of(new Money(number, target))
                : Optional.empty();
    }

    private Figure inMajorUnits(Figure figure, String currency, BigDecimal rate) {
        return new Figure(
                figure.values(),
                major(figure.sum(), currency).multiply(rate),
                figure.least() == null ? null : major(figure.least(), currency).multiply(rate),
                figure.greatest() == null
                        ? null
                        : major(figure.greatest(), currency).multiply(rate),
                null);
    }

    private Money money(BigDecimal number, String currency) {
        return new Money(major(number, currency), currency);
    }

    private BigDecimal major(@Nullable Object number, String currency) {
        var amount = number instanceof BigDecimal decimal ? decimal : BigDecimal.ZERO;
        int digits = currency.equals("XXX") || currency.isEmpty()
                ? 2
                : Money.ofMinor(0, currency).amount().scale();
        return measure.value().minor() ? amount.movePointLeft(digits) : amount;
    }

    private static @Nullable Object value(Measure.Op op, Figure figure) {
        return switch (op) {
            case COUNT -> BigDecimal.valueOf(figure.values());
            case SUM -> figure.sum();
            case AVG ->
                figure.sum() == null
                        ? null
                        : figure.sum().divide(BigDecimal.valueOf(figure.values()), MathContext.DECIMAL64);
            case MIN -> figure.least();
            case MAX -> figure.greatest();
        };
    }

    private static Figure both(Figure one, Figure other) {
        return new Figure(
                one.values() + other.values(),
                one.sum() == null
                        ? other.sum()
                        : other.sum() == null ? one.sum() : one.sum().add(other.sum()),
                further(one.least(), other.least(), -1),
                further(one.greatest(), other.greatest(), 1),
                one.currency());
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object further(@Nullable Object one, @Nullable Object other, int direction) {
        if (one instanceof Comparable<?> first && other != null) {
            return ((Comparable<Object>) first).compareTo(other) * direction >= 0 ? one : other;
        }
        return one == null ? other : one;
    }
}
