package dev.windrose.records.expression;

import static dev.windrose.records.expression.Function.form;
import static dev.windrose.records.expression.Function.lenient;
import static dev.windrose.records.expression.Function.operator;
import static dev.windrose.records.expression.Kinds.DATE;
import static dev.windrose.records.expression.Kinds.INSTANT;
import static dev.windrose.records.expression.Kinds.MONEY;
import static dev.windrose.records.expression.Kinds.NUMBER;
import static dev.windrose.records.expression.Kinds.TEXT;
import static dev.windrose.records.expression.Kinds.TRUTH;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.TypeParamType;
import dev.windrose.records.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The operators, under the names the library gives them. Comparisons with something empty are false. */
final class Operators {

    static final String AND = "_&&_";
    static final String OR = "_||_";
    static final String NOT = "!_";
    static final String CONDITIONAL = "_?_:_";
    static final String EQUALS = "_==_";
    static final String DIFFERS = "_!=_";
    static final String IN = "@in";
    /** Stands for {@code null}, in every kind. */
    static final String EMPTY = "@empty";

    static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("_+_", "+"),
            Map.entry("_-_", "-"),
            Map.entry("_*_", "*"),
            Map.entry("_/_", "/"),
            Map.entry("_%_", "%"),
            Map.entry("-_", "-"),
            Map.entry(NOT, "!"),
            Map.entry(AND, "&&"),
            Map.entry(OR, "||"),
            Map.entry(EQUALS, "=="),
            Map.entry(DIFFERS, "!="),
            Map.entry("_<_", "<"),
            Map.entry("_<=_", "<="),
            Map.entry("_>_", ">"),
            Map.entry("_>=_", ">="),
            Map.entry(IN, "in"),
            Map.entry(CONDITIONAL, "? :"));

    private static final CelType T = TypeParamType.create("T");
    private static final CelType LIST = ListType.create(T);

    private Operators() {}

    private static final List<Function> ALL = List.of(
            lenient(
                    "_+_",
                    "",
                    "",
                    "",
                    Operators::plus,
                    form(NUMBER, NUMBER, NUMBER),
                    form(TEXT, TEXT, TEXT),
                    form(MONEY, MONEY, MONEY),
                    form(DATE, DATE, NUMBER),
                    form(LIST, LIST, LIST)),
            operator(
                    "_-_",
                    given -> minus(given.some(0), given.some(1)),
                    form(NUMBER, NUMBER, NUMBER),
                    form(MONEY, MONEY, MONEY),
                    form(DATE, DATE, NUMBER),
                    form(NUMBER, DATE, DATE)),
            operator(
                    "_*_",
                    given -> Numbers.times(given.some(0), given.some(1)),
                    form(NUMBER, NUMBER, NUMBER),
                    form(MONEY, MONEY, NUMBER),
                    form(MONEY, NUMBER, MONEY)),
            operator(
                    "_/_",
                    given -> Numbers.divided(given.some(0), given.some(1)),
                    form(NUMBER, NUMBER, NUMBER),
                    form(MONEY, MONEY, NUMBER),
                    form(NUMBER, MONEY, MONEY)),
            operator("_%_", given -> Numbers.rest(given.number(0), given.number(1)), form(NUMBER, NUMBER, NUMBER)),
            operator("-_", given -> Numbers.negated(given.some(0)), form(NUMBER, NUMBER), form(MONEY, MONEY)),
            lenient(EQUALS, "", "", "", given -> same(given.get(0), given.get(1)), form(TRUTH, T, T)),
            lenient(DIFFERS, "", "", "", given -> !same(given.get(0), given.get(1)), form(TRUTH, T, T)),
            lenient(
                    IN,
                    "",
                    "",
                    "",
                    given -> given.get(1) instanceof List<?> list
                            && given.get(0) instanceof Object one
                            && list.stream().anyMatch(other -> same(one, other)),
                    form(TRUTH, T, LIST)),
            lenient(AND, "", "", "", given -> logical(given, false), form(TRUTH, TRUTH, TRUTH)),
            lenient(OR, "", "", "", given -> logical(given, true), form(TRUTH, TRUTH, TRUTH)),
            lenient(NOT, "", "", "", given -> !truth(given.get(0)), form(TRUTH, TRUTH)),
            lenient("@not_strictly_false", "", "", "", given -> truth(given.get(0)), form(TRUTH, TRUTH)),
            lenient(
                    CONDITIONAL,
                    "",
                    "",
                    "",
                    given -> truth(given.get(0)) ? given.get(1) : given.get(2),
                    form(T, TRUTH, T, T)),
            lenient(EMPTY, "", "", "", _ -> null, form(T)),
            comparison("_<_", order -> order < 0),
            comparison("_<=_", order -> order <= 0),
            comparison("_>_", order -> order > 0),
            comparison("_>=_", order -> order >= 0));

    static List<Function> all() {
        return ALL;
    }

    static boolean truth(@Nullable Object value) {
        return Boolean.TRUE.equals(value);
    }

    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal left && other instanceof BigDecimal right) {
            return left.compareTo(right) == 0;
        }
        return Objects.equals(one, other);
    }

    /** The side that decides wins, also where the other one has no answer. */
    private static boolean logical(Arguments given, boolean decides) {
        try {
            if (truth(given.get(0)) == decides) {
                return decides;
            }
        } catch (Unanswered none) {
            if (truth(given.get(1)) == decides) {
                return decides;
            }
            throw none;
        }
        return truth(given.get(1));
    }

    private static Function comparison(String name, IntPredicate fits) {
        return lenient(
                name,
                "",
                "",
                "",
                given -> !given.anyEmpty() && fits.test(Numbers.compare(given.some(0), given.some(1))),
                form(TRUTH, NUMBER, NUMBER),
                form(TRUTH, TEXT, TEXT),
                form(TRUTH, DATE, DATE),
                form(TRUTH, INSTANT, INSTANT),
                form(TRUTH, MONEY, MONEY),
                form(TRUTH, MONEY, NUMBER),
                form(TRUTH, NUMBER, MONEY));
    }

    /** Empty text added to text is no text; everything else with something empty is empty. */
    private static @Nullable Object plus(Arguments given) {
        Object left = given.get(0);
        Object right = given.get(1);
        if (left instanceof String || right instanceof String) {
            return Run.bounded(Objects.requireNonNullElse(left, "") + "" + Objects.requireNonNullElse(right, ""));
        }
        if (left == null || right == null) {
            return null;
        }
        return switch (left) {
            case LocalDate date -> Dates.addDays(date, (BigDecimal) right);
            case List<?> list -> {
                var joined = new ArrayList<Object>(list);
                joined.addAll((List<?>) right);
                yield joined;
            }
            case Money money -> Numbers.added(money, (Money) right);
            default -> ((BigDecimal) left).add((BigDecimal) right);
        };
    }

    private static Object minus(Object left, Object right) {
        return switch (left) {
            case LocalDate date
            when right instanceof LocalDate other -> BigDecimal.valueOf(ChronoUnit.DAYS.between(other, date));
            case LocalDate date -> Dates.addDays(date, ((BigDecimal) right).negate());
            case Money money -> Numbers.added(money, (Money) Numbers.negated(right));
            default -> ((BigDecimal) left).subtract((BigDecimal) right);
        };
    }
}
