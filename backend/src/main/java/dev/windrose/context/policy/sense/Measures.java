package dev.windrose.context.policy.sense;

import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.sense.Item.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which fact a number is about: by its unit, the words beside it, what is done, and what was spoken of before. */
final class Measures {

    private static final Set<Fact> PERCENT = Set.of(
            Fact.DISCOUNT_PERCENT,
            Fact.REFUND_PERCENT,
            Fact.MARGIN_PERCENT,
            Fact.UPTIME_PERCENT,
            Fact.PRICE_INCREASE_PERCENT);
    private static final Set<Fact> MONEY = Set.of(
            Fact.AMOUNT, Fact.REFUND_AMOUNT, Fact.LIST_PRICE, Fact.UNIT_PRICE, Fact.ANNUAL_REVENUE, Fact.LIABILITY_CAP);
    private static final Set<Fact> DAYS = Set.of(
            Fact.NET_TERMS_DAYS, Fact.TRIAL_DAYS, Fact.DAYS_SINCE_PURCHASE, Fact.HOURS_WAITING, Fact.NOTICE_DAYS);
    private static final Set<Fact> MONTHS = Set.of(Fact.CONTRACT_MONTHS, Fact.FREE_MONTHS, Fact.CUSTOMER_MONTHS);

    private Measures() {}

    static @Nullable Fact of(Statement statement, Item number, List<Statement> before) {
        var items = statement.items;
        int at = items.indexOf(number);
        if (number.unit() == Unit.NET) {
            return Fact.NET_TERMS_DAYS;
        }
        var beside = beside(items, at, number.unit());
        if (beside != null) {
            return refunded(beside, statement, before);
        }
        if (number.unit() == Unit.OTHER || foreign(items, at)) {
            return null;
        }
        var told = before(number.unit(), before, false);
        var usual = usual(statement, number, before);
        return told != null && statement.nouns.isEmpty() && statement.acts.isEmpty()
                ? told
                : usual != null ? usual : before(number.unit(), before, true);
    }

    private static @Nullable Fact beside(List<Item> items, int at, Unit unit) {
        for (int i = at - 1; i >= 0; i--) {
            var fact = fact(items.get(i), unit);
            if (fact != null && !consumed(items, i, at, unit)) {
                return fact;
            }
        }
        for (int i = at + 1; i < items.size(); i++) {
            var fact = fact(items.get(i), unit);
            if (fact != null) {
                return fact;
            }
        }
        return null;
    }

    /** A number of the same kind stands between: the word belongs to that one. */
    private static boolean consumed(List<Item> items, int noun, int at, Unit unit) {
        for (int i = noun + 1; i < at; i++) {
            if (items.get(i).is(Tag.FACT) && fact(items.get(i), unit) != null) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Fact fact(Item item, Unit unit) {
        if (!item.is(Tag.FACT)) {
            return item.is(Tag.NOANSWER) && (unit == Unit.DAYS || unit == Unit.HOURS) ? Fact.HOURS_WAITING : null;
        }
        var fact = Fact.of(item.value()).orElseThrow();
        boolean fits =
                switch (unit) {
                    case PERCENT -> PERCENT.contains(fact);
                    case MONEY -> MONEY.contains(fact);
                    case NET -> fact == Fact.NET_TERMS_DAYS;
                    case DAYS -> DAYS.contains(fact);
                    case HOURS -> fact == Fact.HOURS_WAITING;
                    case MONTHS -> MONTHS.contains(fact);
                    case UNITS, THINGS -> fact == Fact.QUANTITY;
                    case EMPLOYEES -> fact == Fact.COMPANY_SIZE;
                    case OTHER -> false;
                    case NONE -> fact.numeric();
                };
        return fits ? fact : null;
    }

    private static Fact refunded(Fact fact, Statement statement, List<Statement> before) {
        boolean refund = statement.acts.contains("refund");
        return refund && (fact == Fact.AMOUNT || fact == Fact.UNIT_PRICE) ? Fact.REFUND_AMOUNT : fact;
    }

    /** "a remaining shelf life of less than six months": what is measured is no fact that is known. */
    private static boolean foreign(List<Item> items, int at) {
        boolean compared = false;
        for (int i = at - 1; i >= 0 && i >= at - 3; i--) {
            var item = items.get(i);
            if (item.is(Tag.WORD, Tag.VAGUE)) {
                return items.get(at).unit() != Unit.PERCENT
                        && items.get(at).unit() != Unit.UNITS
                        && items.get(at).unit() != Unit.THINGS;
            }
            if (!item.is(Tag.FILLER)) {
                return false;
            }
            compared = true;
        }
        return false;
    }

    /** "orders under 20 EUR". */
    private static boolean deal(List<Item> items, Item number) {
        for (int i = items.indexOf(number) - 1; i >= 0; i--) {
            if (!items.get(i).is(Tag.FILLER)) {
                return items.get(i).is(Tag.TOPIC) && items.get(i).value().equals("deal");
            }
        }
        return false;
    }

    private static @Nullable Fact before(Unit unit, List<Statement> before, boolean any) {
        for (int i = before.size() - 1; i >= 0; i--) {
            var facts = new ArrayList<Fact>(before.get(i).facts());
            before.get(i).exact.forEach(exact -> facts.add(exact.fact()));
            facts.addAll(before.get(i).nouns);
            for (var fact : facts) {
                if (fact.numeric() && fits(fact, unit)) {
                    return fact;
                }
            }
            if (!any && !facts.isEmpty() && i < before.size() - 1) {
                return null;
            }
        }
        return null;
    }

    private static boolean fits(Fact fact, Unit unit) {
        return fact(Item.of(Tag.FACT, fact.key(), 0, 0), unit) != null;
    }

    private static @Nullable Fact usual(Statement statement, Item number, List<Statement> before) {
        var acts = new ArrayList<>(statement.acts);
        before.forEach(one -> acts.addAll(one.acts));
        boolean refund = acts.contains("refund");
        return switch (number.unit()) {
            case PERCENT -> refund ? Fact.REFUND_PERCENT : Fact.DISCOUNT_PERCENT;
            case MONEY ->
                refund && !deal(statement.items, number)
                        ? Fact.REFUND_AMOUNT
                        : statement.has(Tag.FLOOR) || statement.has(Tag.COST) ? Fact.UNIT_PRICE : Fact.AMOUNT;
            case DAYS ->
                acts.contains("free_trial")
                        ? Fact.TRIAL_DAYS
                        : refund
                                ? Fact.DAYS_SINCE_PURCHASE
                                : statement.has(Tag.TOPIC) && statement.has(Tag.ROUTE) ? Fact.HOURS_WAITING : null;
            case HOURS -> Fact.HOURS_WAITING;
            case MONTHS -> Fact.CONTRACT_MONTHS;
            case UNITS, THINGS -> Fact.QUANTITY;
            case EMPLOYEES -> Fact.COMPANY_SIZE;
            case NET -> Fact.NET_TERMS_DAYS;
            case OTHER -> null;
            case NONE ->
                statement.has(Tag.FLOOR)
                        ? Fact.UNIT_PRICE
                        : statement.has(Tag.TOPIC) && number.number().intValue() >= 1000 ? Fact.AMOUNT : null;
        };
    }
}
