package dev.windrose.records.derived;

import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.Money;
import dev.windrose.records.expression.Moment;
import dev.windrose.records.expression.Result;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes one value of a roll-up. Amounts in several currencies become one in that of the workspace, where all rates are known. */
@Component
class CombineAmounts {

    private final Workspaces workspaces;

    CombineAmounts(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    Result of(Rollup rollup, List<Object> values, Moment moment) {
        if (values.isEmpty()) {
            return rollup.op() == RollupOp.COUNT ? Result.of(0L) : Result.of(null);
        }
        if (values.size() == 1 && !(values.getFirst() instanceof Money)) {
            return kept(values.getFirst());
        }
        var amounts = values.stream().map(Money.class::cast).toList();
        if (amounts.size() == 1) {
            return kept(amounts.getFirst());
        }
        String currency = workspaces.current().baseCurrency();
        var converted = new ArrayList<Money>();
        for (var amount : amounts) {
            var rate = amount.currency().equals(currency)
                    ? BigDecimal.ONE
                    : moment.rates()
                            .rate(amount.currency(), currency, moment.today())
                            .orElse(null);
            if (rate == null) {
                return Result.because("%s; there is no exchange rate from %s to %s."
                        .formatted(told(amounts), amount.currency(), currency));
            }
            converted.add(new Money(amount.amount().multiply(rate, MathContext.DECIMAL128), currency));
        }
        return kept(one(rollup.op(), converted));
    }

    private static Money one(RollupOp op, List<Money> amounts) {
        var byAmount = Comparator.comparing(Money::amount);
        return switch (op) {
            case MIN -> amounts.stream().min(byAmount).orElseThrow();
            case MAX -> amounts.stream().max(byAmount).orElseThrow();
            case SUM ->
                new Money(
                        amounts.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                        amounts.getFirst().currency());
            case COUNT, LAST -> throw new IllegalStateException("Only one value: " + op);
        };
    }

    private static String told(List<Money> amounts) {
        return amounts.stream()
                .map(amount -> "%s %,.2f".formatted(amount.currency(), amount.amount()))
                .sorted()
                .collect(Collectors.joining(" and "));
    }

    /** As a field keeps it. */
    private static Result kept(Object value) {
        if (value instanceof BigDecimal number) {
            return Result.kept(number);
        }
        return value instanceof Money money
                        && money.amount().precision() - money.amount().scale() > 13
                ? Result.because("The amount is too large.")
                : Result.of(value);
    }
}
