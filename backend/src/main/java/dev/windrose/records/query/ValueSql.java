package dev.windrose.records.query;

import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.query.Filter.Compare;
import dev.windrose.records.store.SqlArray;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares one field of one row with values. Negative comparisons are made of positive ones by {@link FilterSql}. */
final class ValueSql {

    /** The greatest character: every text that starts with a prefix lies between the prefix and the prefix followed by it. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private final StatementScope scope;
    private final FieldDescriptor field;
    private final ColumnSql column;

    ValueSql(StatementScope scope, FieldPath path, String row) {
        this.scope = scope;
        this.field = path.field();
        this.column = new ColumnSql(path.type(), path.field(), row, scope);
    }

    String of(Compare compare) throws FilterValue.Wrong {
        var op = compare.op();
        if (op == FilterOp.NOT_EMPTY) {
            return column.filled();
        }
        if (field.kind().isTime()) {
            return dates(op, compare.value());
        }
        return switch (op) {
            case IS -> isMyTeam(compare.value()) || column.several() ? any(compare.value()) : one("=", compare.value());
            case GT -> one(">", compare.value());
            case GTE -> one(">=", compare.value());
            case LT -> one("<", compare.value());
            case LTE -> one("<=", compare.value());
            case IN, CONTAINS_ANY -> any(compare.value());
            case CONTAINS_ALL -> all(compare.value());
            case STARTS_WITH -> startsWith(compare.value());
            case BETWEEN -> between(compare.value());
            case IS_NOT, NOT_IN, EMPTY, NOT_EMPTY, WITHIN_LAST, WITHIN_NEXT, OLDER_THAN, CONTAINS, MATCHES ->
                throw new IllegalArgumentException(op.name());
        };
    }

    private String dates(FilterOp op, @Nullable Object value) throws FilterValue.Wrong {
        var wrong = new ArrayList<FilterValue.Wrong>();
        String condition = column.where(name -> {
            try {
                return new DateSql(field, name, scope).of(op, value);
            } catch (FilterValue.Wrong refused) {
                wrong.add(refused);
                return "false";
            }
        });
        if (!wrong.isEmpty()) {
            throw wrong.getFirst();
        }
        return condition;
    }

    private String one(String sign, @Nullable Object given) throws FilterValue.Wrong {
        var value = FilterValue.of(field, given);
        return column.where(name -> {
            String condition = "%s %s %s".formatted(name, sign, value(value));
            return value.currency() == null
                    ? condition
                    : "(%s and %s = %s)"
                            .formatted(condition, column.currency(name), scope.sql.param(value.currency(), "text"));
        });
    }

    private String any(@Nullable Object given) throws FilterValue.Wrong {
        String list = list(given);
        return column.where(name -> "%s = any(%s)".formatted(name, list));
    }

    private String all(@Nullable Object given) throws FilterValue.Wrong {
        return values(given).stream()
                .map(value -> column.where(name -> "%s = %s".formatted(name, value(value))))
                .collect(Collectors.joining(" and ", "(", ")"));
    }

    private String startsWith(@Nullable Object given) throws FilterValue.Wrong {
        String prefix = FilterValue.of(field, given).text();
        String from = scope.sql.param(prefix, "text");
        String to = scope.sql.param(prefix + LAST, "text");
        return column.where(name -> "(%1$s >= %2$s and %1$s < %3$s)".formatted(name, from, to));
    }

    private String between(@Nullable Object given) throws FilterValue.Wrong {
        var bounds = FilterValue.list(field, given);
        if (bounds.size() != 2) {
            throw FilterValue.wrong(field, "\"between\" takes a list of two values.");
        }
        return column.where(name -> "%s between %s and %s".formatted(name, value(bounds.get(0)), value(bounds.get(1))));
    }

    private String list(@Nullable Object given) throws FilterValue.Wrong {
        var values = values(given);
        return scope.sql.param(
                SqlArray.of(values.stream().map(FilterValue::text).toList()), FilterValue.elementType(field) + "[]");
    }

    private List<FilterValue> values(@Nullable Object given) throws FilterValue.Wrong {
        var elements = new ArrayList<@Nullable Object>();
        for (Object element : given instanceof List<?> list ? list : Collections.singletonList(given)) {
            if (isMyTeam(element)) {
                elements.addAll(scope.colleagues.mine());
            } else {
                elements.add(element);
            }
        }
        if (elements.isEmpty() || elements.size() > 1_000) {
            throw FilterValue.wrong(field, "A list of one to 1,000 values is needed.");
        }
        return FilterValue.list(field, elements);
    }

    private boolean isMyTeam(@Nullable Object value) {
        return Colleagues.MY_TEAM.equals(value) && "person".equals(field.ref());
    }

    private String value(FilterValue value) {
        return scope.sql.param(value.text(), value.sqlType());
    }
}
