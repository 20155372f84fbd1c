package dev.windrose.context.policy.grammar;

import dev.windrose.context.policy.grammar.Chunk.Unit;
import dev.windrose.context.policy.rule.Fact;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which fact a number is about. */
final class Measures {

    private static final Set<Fact> DAYS = Set.of(
            Fact.NET_TERMS_DAYS, Fact.TRIAL_DAYS, Fact.DAYS_SINCE_PURCHASE, Fact.HOURS_WAITING, Fact.NOTICE_DAYS);
    private static final Set<Fact> MONTHS = Set.of(Fact.CONTRACT_MONTHS, Fact.FREE_MONTHS, Fact.CUSTOMER_MONTHS);

    private Measures() {}

    static @Nullable Fact of(List<Chunk> chunks, int at, Unit unit, boolean floor) {
        if (floor && unit == Unit.MONEY) {
            return Fact.UNIT_PRICE;
        }
        if (unit == Unit.MONEY && follows(chunks, at)) {
            return Fact.UNIT_PRICE;
        }
        for (int i = Math.min(at, chunks.size()) - 1; i >= 0; i--) {
            var fact = named(chunks.get(i), unit);
            if (fact != null) {
                return fact;
            }
            if (unit == Unit.MONEY && chunks.get(i).is(Kind.DEALWORD)) {
                return Fact.AMOUNT;
            }
        }
        for (int i = at + 1; i < chunks.size(); i++) {
            var fact = named(chunks.get(i), unit);
            if (fact != null) {
                return fact;
            }
        }
        return null;
    }

    /** "45 GBP per unit". */
    private static boolean follows(List<Chunk> chunks, int at) {
        for (int i = at + 1; i < chunks.size() && i < at + 3; i++) {
            if (chunks.get(i).is(Kind.FACT) && chunks.get(i).value().equals(Fact.UNIT_PRICE.key())) {
                return true;
            }
            if (!chunks.get(i).is(Kind.GLUE)) {
                return false;
            }
        }
        return false;
    }

    /** Months are those of a contract where a contract is spoken of, hours those of waiting. */
    static @Nullable Fact usual(Unit unit, Draft draft, List<Draft> before) {
        boolean deal = draft.has(Kind.DEALWORD, Kind.TRUTH)
                || before.stream().anyMatch(one -> one.has(Kind.DEALWORD, Kind.TRUTH));
        if (unit == Unit.MONTHS && !deal || unit == Unit.HOURS) {
            return null;
        }
        return usual(unit);
    }

    private static @Nullable Fact usual(Unit unit) {
        return switch (unit) {
            case PERCENT -> Fact.DISCOUNT_PERCENT;
            case MONEY -> Fact.AMOUNT;
            case NET_DAYS -> Fact.NET_TERMS_DAYS;
            case HOURS -> Fact.HOURS_WAITING;
            case MONTHS -> Fact.CONTRACT_MONTHS;
            case UNITS -> Fact.QUANTITY;
            case EMPLOYEES -> Fact.COMPANY_SIZE;
            case DAYS, NONE -> null;
        };
    }

    private static @Nullable Fact named(Chunk chunk, Unit unit) {
        if (chunk.is(Kind.NOANSWER)) {
            return unit == Unit.HOURS || unit == Unit.DAYS ? Fact.HOURS_WAITING : null;
        }
        if (chunk.is(Kind.FACT)) {
            var fact = Fact.of(chunk.value()).orElseThrow();
            return fits(fact, unit) ? fact : null;
        }
        if (chunk.is(Kind.ACT) && chunk.value().contains("refund")) {
            return switch (unit) {
                case PERCENT -> Fact.REFUND_PERCENT;
                case MONEY -> Fact.REFUND_AMOUNT;
                case DAYS -> Fact.DAYS_SINCE_PURCHASE;
                case NONE, NET_DAYS, HOURS, MONTHS, UNITS, EMPLOYEES -> null;
            };
        }
        return null;
    }

    private static boolean fits(Fact fact, Unit unit) {
        return switch (unit) {
            case PERCENT -> fact.form() == Fact.Form.PERCENT;
            case MONEY -> fact.form() == Fact.Form.MONEY;
            case NET_DAYS -> fact.equals(Fact.NET_TERMS_DAYS);
            case DAYS -> DAYS.contains(fact) || fact.own() && fact.key().endsWith("_days");
            case HOURS ->
                fact.equals(Fact.HOURS_WAITING) || fact.own() && fact.key().endsWith("_hours");
            case MONTHS -> MONTHS.contains(fact) || fact.own() && fact.key().endsWith("_months");
            case UNITS -> fact == Fact.QUANTITY;
            case EMPLOYEES -> fact == Fact.COMPANY_SIZE;
            case NONE -> fact.numeric();
        };
    }
}
