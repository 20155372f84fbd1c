package dev.windrose.records.expression;

import dev.cel.common.ast.CelExpr;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.FilterOp;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of a condition that a filter says exactly as well. Comparisons with something empty are false in both. */
final class ToFilter {

    private static final Map<String, FilterOp> OPS = Map.of(
            Operators.EQUALS,
            FilterOp.IS,
            Operators.DIFFERS,
            FilterOp.IS_NOT,
            "_<_",
            FilterOp.LT,
            "_<=_",
            FilterOp.LTE,
            "_>_",
            FilterOp.GT,
            "_>=_",
            FilterOp.GTE);
    private static final Map<FilterOp, FilterOp> TURNED = Map.of(
            FilterOp.LT, FilterOp.GT, FilterOp.LTE, FilterOp.GTE, FilterOp.GT, FilterOp.LT, FilterOp.GTE, FilterOp.LTE);

    private final Expression expression;
    private final Moment moment;

    ToFilter(Expression expression, Moment moment) {
        this.expression = expression;
        this.moment = moment;
    }

    Optional<Filter> of(CelExpr part) {
        if (part.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            return field(part)
                    .map(field -> part.select().testOnly()
                            ? new Filter.Compare(name(part), FilterOp.NOT_EMPTY, null)
                            : Filter.is(name(part), true));
        }
        if (part.getKind() != CelExpr.ExprKind.Kind.CALL) {
            return Optional.empty();
        }
        var arguments = part.call().args();
        String function = part.call().function();
        return switch (function) {
            case Operators.AND -> both(arguments).map(Filter.And::new);
            case Operators.OR -> both(arguments).map(Filter.Or::new);
            case Operators.NOT -> of(arguments.getFirst()).map(Filter.Not::new);
            case "is_empty" ->
                field(arguments.getFirst())
                        .map(_ -> new Filter.Compare(name(arguments.getFirst()), FilterOp.EMPTY, null));
            case Operators.IN -> in(arguments.getFirst(), arguments.getLast());
            default ->
                OPS.containsKey(function)
                        ? compared(OPS.get(function), arguments.getFirst(), arguments.getLast())
                        : Optional.empty();
        };
    }

    private Optional<List<Filter>> both(List<CelExpr> parts) {
        var filters = new ArrayList<Filter>();
        for (var part : parts) {
            var filter = of(part);
            if (filter.isEmpty()) {
                return Optional.empty();
            }
            filters.add(filter.get());
        }
        return Optional.of(filters);
    }

    private Optional<Filter> compared(FilterOp op, CelExpr left, CelExpr right) {
        if (field(left).isEmpty()) {
            return field(right).isPresent() ? compared(TURNED.getOrDefault(op, op), right, left) : Optional.empty();
        }
        var field = field(left).get();
        if (isNull(right)) {
            return op == FilterOp.IS || op == FilterOp.IS_NOT
                    ? Optional.of(new Filter.Compare(
                            name(left), op == FilterOp.IS ? FilterOp.EMPTY : FilterOp.NOT_EMPTY, null))
                    : Optional.empty();
        }
        Object value = constant(field, right);
        return value == null ? Optional.empty() : Optional.of(new Filter.Compare(name(left), op, value));
    }

    private Optional<Filter> in(CelExpr left, CelExpr right) {
        var field = field(left);
        if (field.isEmpty()
                || right.getKind() != CelExpr.ExprKind.Kind.LIST
                || right.list().elements().isEmpty()
                || right.list().elements().size() > 1_000) {
            return Optional.empty();
        }
        var values = new ArrayList<Object>();
        for (var element : right.list().elements()) {
            Object value = constant(field.get(), element);
            if (value == null) {
                return Optional.empty();
            }
            values.add(value);
        }
        return Optional.of(Filter.in(name(left), values));
    }

    /** A value that reads no field, in a form in which filter and expression compare alike; null otherwise. */
    private @Nullable Object constant(FieldDescriptor field, CelExpr part) {
        var value = expression.constant(part, moment);
        if (value == null) {
            return null;
        }
        return switch (field.kind()) {
            case CHOICE ->
                field.choices().stream().anyMatch(choice -> choice.value().equals(value)) ? value : null;
            case COUNTRY -> value instanceof String code && code.matches("[A-Z]{2}") ? value : null;
            case INTEGER -> value instanceof BigDecimal number && fits(number, 9, 0) ? value : null;
            case NUMBER -> value instanceof BigDecimal number && fits(number, 15, 6) ? value : null;
            case SCORE ->
                value instanceof BigDecimal number && fits(number, 2, 6) && number.signum() >= 0 ? value : null;
            case DATE, INSTANT, BOOLEAN -> value;
            case TEXT, LONG_TEXT, MONEY, MULTI_CHOICE, REFERENCE, REFERENCES, EMAIL, PHONE, URL, JSON, PERSON -> null;
        };
    }

    private static boolean fits(BigDecimal number, int digits, int decimals) {
        var plain = number.stripTrailingZeros();
        return plain.precision() - plain.scale() <= digits && plain.scale() <= decimals;
    }

    private static boolean isNull(CelExpr part) {
        return part.getKind() == CelExpr.ExprKind.Kind.CALL
                && part.call().function().equals(Operators.EMPTY);
    }

    /** A field of the record itself that can be filtered. */
    private Optional<FieldDescriptor> field(CelExpr part) {
        var steps = steps(part);
        return steps.size() == 1
                ? expression
                        .type()
                        .field(steps.getFirst())
                        .filter(field -> field.filter() && field.kind() != FieldKind.MONEY)
                : Optional.empty();
    }

    private static String name(CelExpr part) {
        return String.join(".", steps(part));
    }

    private static List<String> steps(CelExpr part) {
        var steps = new LinkedList<String>();
        CelExpr root = part;
        while (root.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            steps.addFirst(root.select().field());
            root = root.select().operand();
        }
        boolean path = root.getKind() == CelExpr.ExprKind.Kind.IDENT
                && root.ident().name().equals(Rewrite.RECORD);
        return path ? List.copyOf(steps) : List.of();
    }
}
