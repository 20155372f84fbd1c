package dev.windrose.records.expression;

import static dev.windrose.records.expression.Function.form;
import static dev.windrose.records.expression.Function.strict;
import static dev.windrose.records.expression.Kinds.DATE;
import static dev.windrose.records.expression.Kinds.INSTANT;
import static dev.windrose.records.expression.Kinds.MONEY;
import static dev.windrose.records.expression.Kinds.NUMBER;
import static dev.windrose.records.expression.Kinds.TEXT;

import dev.windrose.records.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numbers and money. An amount keeps its currency; amounts of two currencies meet only through {@code convert}. */
final class Numbers {

    private static final String NUMBERS = "Numbers";
    private static final String AMOUNTS = "Money";
    /** More digits than any field keeps, few enough to stay cheap. */
    private static final MathContext PRECISION = new MathContext(34, RoundingMode.HALF_EVEN);

    private Numbers() {}

    static List<Function> all() {
        return Stream.of(ON_NUMBERS, ON_MONEY, EXTREMES).flatMap(List::stream).toList();
    }

    private static final List<Function> ON_NUMBERS = List.of(
            strict(
                    "round",
                    NUMBERS,
                    "Rounds half to even, to whole numbers or to some decimals.",
                    "round(score / 3, 1)",
                    given -> rounded(given.number(0), given.count() == 1 ? 0 : given.integer(1)),
                    form(NUMBER, NUMBER),
                    form(NUMBER, NUMBER, NUMBER)),
            strict(
                    "floor",
                    NUMBERS,
                    "The next whole number below.",
                    "floor(2.7)",
                    given -> given.number(0).setScale(0, RoundingMode.FLOOR),
                    form(NUMBER, NUMBER)),
            strict(
                    "ceil",
                    NUMBERS,
                    "The next whole number above.",
                    "ceil(2.1)",
                    given -> given.number(0).setScale(0, RoundingMode.CEILING),
                    form(NUMBER, NUMBER)),
            strict(
                    "abs",
                    NUMBERS,
                    "Without its sign.",
                    "abs(-3)",
                    given -> given.some(0) instanceof Money money
                            ? new Money(money.amount().abs(), money.currency())
                            : given.number(0).abs(),
                    form(NUMBER, NUMBER),
                    form(MONEY, MONEY)),
            strict(
                    "number",
                    NUMBERS,
                    "The number that a text holds.",
                    "number(\"12.5\")",
                    given -> parsed(given.text(0)),
                    form(NUMBER, TEXT)));

    private static final List<Function> ON_MONEY = List.of(
            strict(
                    "money",
                    AMOUNTS,
                    "An amount in a currency.",
                    "money(100, \"EUR\")",
                    given -> checked(given.number(0), currency(given.text(1))),
                    form(MONEY, NUMBER, TEXT)),
            strict(
                    "amount",
                    AMOUNTS,
                    "The number of an amount of money.",
                    "amount(deal_amount)",
                    given -> given.money(0).amount(),
                    form(NUMBER, MONEY)),
            strict(
                    "currency",
                    AMOUNTS,
                    "The currency of an amount of money.",
                    "currency(deal_amount)",
                    given -> given.money(0).currency(),
                    form(TEXT, MONEY)),
            strict(
                    "convert",
                    AMOUNTS,
                    "The amount in another currency, by the exchange rate of today.",
                    "convert(deal_amount, \"EUR\")",
                    given -> converted(given.money(0), currency(given.text(1)), given.run.moment),
                    form(MONEY, MONEY, TEXT)));

    private static final List<Function> EXTREMES = List.of(
            extreme("min", "The smallest of two to six values.", -1),
            extreme("max", "The largest of two to six values.", 1));

    /** Of the values that are not empty. */
    private static Function extreme(String name, String meaning, int sign) {
        var forms = new ArrayList<Function.Form>();
        for (var kind : List.of(NUMBER, MONEY, DATE, INSTANT)) {
            forms.addAll(List.of(Function.upToSix(kind, kind)));
        }
        return Function.lenient(
                name,
                NUMBERS,
                meaning + " Empty ones do not count.",
                name + "(score, 50)",
                given -> {
                    Object best = null;
                    for (int at = 0; at < given.count(); at++) {
                        Object next = given.get(at);
                        best = best == null || next != null && compare(next, best) * sign > 0 ? next : best;
                    }
                    return best;
                },
                forms.toArray(Function.Form[]::new));
    }

    @SuppressWarnings("unchecked")
    static int compare(Object left, Object right) {
        if (left instanceof Money one && right instanceof Money other) {
            requireOneCurrency(one, other, "compared");
            return one.amount().compareTo(other.amount());
        }
        if (left instanceof Money money) {
            return money.amount().compareTo((BigDecimal) right);
        }
        if (right instanceof Money money) {
            return ((BigDecimal) left).compareTo(money.amount());
        }
        return left instanceof LocalDate date
                ? date.compareTo((LocalDate) right)
                : ((Comparable<Object>) left).compareTo(right);
    }

    static Object added(Money one, Money other) {
        requireOneCurrency(one, other, "added");
        return checked(one.amount().add(other.amount()), one.currency());
    }

    static Object negated(Object value) {
        return value instanceof Money money
                ? new Money(money.amount().negate(), money.currency())
                : ((BigDecimal) value).negate();
    }

    static Object times(Object left, Object right) {
        if (left instanceof Money money) {
            return checked(money.amount().multiply((BigDecimal) right, PRECISION), money.currency());
        }
        return right instanceof Money money
                ? times(money, left)
                : ((BigDecimal) left).multiply((BigDecimal) right, PRECISION);
    }

    static Object divided(Object left, Object right) {
        if (right instanceof Money divisor) {
            requireOneCurrency((Money) left, divisor, "divided");
            return divided(((Money) left).amount(), divisor.amount());
        }
        var divisor = (BigDecimal) right;
        if (divisor.signum() == 0) {
            throw new Unanswered("Division by zero.");
        }
        return left instanceof Money money
                ? checked(money.amount().divide(divisor, PRECISION), money.currency())
                : ((BigDecimal) left).divide(divisor, PRECISION);
    }

    static BigDecimal rest(BigDecimal left, BigDecimal right) {
        if (right.signum() == 0) {
            throw new Unanswered("Division by zero.");
        }
        return sane(left).remainder(sane(right));
    }

    static Money converted(Money money, String currency, Moment moment) {
        if (money.currency().equals(currency)) {
            return money;
        }
        var rate = moment.rates()
                .rate(money.currency(), currency, moment.today())
                .orElseThrow(() -> new Unanswered(
                        "There is no exchange rate from %s to %s.".formatted(money.currency(), currency)));
        return checked(money.amount().multiply(rate, PRECISION), currency);
    }

    private static void requireOneCurrency(Money one, Money other, String verb) {
        if (!one.currency().equals(other.currency())) {
            throw new Unanswered(
                    "%s and %s cannot be %s; convert one of them.".formatted(one.currency(), other.currency(), verb));
        }
    }

    /** Few enough digits for the column. */
    private static Money checked(BigDecimal amount, String currency) {
        if (amount.precision() - amount.scale() > 13) {
            throw new Unanswered("The amount is too large.");
        }
        return new Money(amount, currency);
    }

    /** A remainder of very different sizes would cost as many steps as there are digits between them. */
    private static BigDecimal sane(BigDecimal number) {
        if (number.precision() - number.scale() > 30 || number.scale() > 60) {
            throw new Unanswered("The number is too large or too small.");
        }
        return number;
    }

    private static BigDecimal rounded(BigDecimal number, int decimals) {
        if (decimals < -15 || decimals > 15) {
            throw new Unanswered("A number is rounded to at most 15 decimals.");
        }
        return sane(number).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal parsed(String text) {
        String plain = text.strip();
        if (!plain.matches("[+-]?\\d{1,15}(\\.\\d{1,15})?")) {
            throw new Unanswered(
                    "\"%s\" is no number.".formatted(plain.length() > 40 ? plain.substring(0, 40) + "…" : plain));
        }
        return new BigDecimal(plain);
    }

    private static String currency(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new Unanswered(
                    "\"%s\" is no currency.".formatted(code.length() > 10 ? code.substring(0, 10) + "…" : code));
        }
    }

    /** As the field that gets it keeps numbers; null where it does not fit. */
    static @Nullable BigDecimal kept(BigDecimal number) {
        if (number.precision() - number.scale() > 15) {
            return null;
        }
        var rounded = number.scale() > 6 ? number.setScale(6, RoundingMode.HALF_EVEN) : number;
        var plain = rounded.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
