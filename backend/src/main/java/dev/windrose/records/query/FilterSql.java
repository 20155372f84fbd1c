package dev.windrose.records.query;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.FieldProblem;
import dev.windrose.records.query.Filter.And;
import dev.windrose.records.query.Filter.Compare;
import dev.windrose.records.query.Filter.Not;
import dev.windrose.records.query.Filter.Or;
import dev.windrose.records.store.SqlArray;
import java.util.List;
import java.util.stream.Collectors;

/** Compiles a filter into a condition over the row {@code t}, with operators that may use indexes under row-level security only. */
final class FilterSql {

    /** The greatest character: every text that starts with a prefix lies between the prefix and the prefix followed by it. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private final Descriptor type;
    private final SqlParts sql;

    FilterSql(Descriptor type, SqlParts sql) {
        this.type = type;
        this.sql = sql;
    }

    String of(Filter filter) {
        return switch (filter) {
            case And and -> joined(and.parts(), " and ", "true");
            case Or or -> joined(or.parts(), " or ", "false");
            // A comparison with an empty field is unknown; its opposite is true.
            case Not not -> "(%s) is not true".formatted(of(not.part()));
            case Compare compare -> compare(compare);
        };
    }

    private String joined(List<Filter> parts, String word, String nothing) {
        return parts.isEmpty() ? nothing : parts.stream().map(this::of).collect(Collectors.joining(word, "(", ")"));
    }

    private String compare(Compare compare) {
        if (compare.field().equals("id")) {
            return idIs(compare);
        }
        var field = type.field(compare.field())
                .orElseThrow(() -> new AppException(
                        CommonError.UNKNOWN_FIELD,
                        "%s has no field \"%s\".".formatted(type.label(), compare.field()),
                        compare.field()));
        if (!field.filter() || !compare.op().fits(field.kind())) {
            throw new AppException(
                    CommonError.UNKNOWN_FILTER,
                    "%s cannot be filtered with \"%s\"."
                            .formatted(field.label(), compare.op().wire()),
                    field.name());
        }
        try {
            return condition(field, compare);
        } catch (FilterValue.Wrong wrong) {
            throw FieldProblem.toException(List.of(wrong.problem()));
        }
    }

    private String idIs(Compare compare) {
        var ids = compare.op() == FilterOp.IN && compare.value() instanceof List<?> list
                ? list
                : List.of(String.valueOf(compare.value()));
        if (compare.op() != FilterOp.IS && compare.op() != FilterOp.IN
                || !ids.stream().allMatch(id -> FilterValue.isId(id.toString()))) {
            throw new AppException(CommonError.UNKNOWN_FILTER, "Ids are filtered with \"is\" and \"in\".", "id");
        }
        return "t.id = any(%s)".formatted(sql.param(SqlArray.of(ids), "uuid[]"));
    }

    private String condition(FieldDescriptor field, Compare compare) throws FilterValue.Wrong {
        String column = "t." + field.sortColumn();
        return switch (compare.op()) {
            case EMPTY -> column + " is null";
            case NOT_EMPTY -> column + " is not null";
            case IS -> one(column + " = %s", field, compare);
            case IS_NOT -> one(column + " is distinct from %s", field, compare);
            case GT -> one(column + " > %s", field, compare);
            case GTE -> one(column + " >= %s", field, compare);
            case LT -> one(column + " < %s", field, compare);
            case LTE -> one(column + " <= %s", field, compare);
            case IN -> "%s = any(%s)".formatted(column, list(field, compare));
            case NOT_IN -> "(%1$s = any(%2$s)) is not true".formatted(column, list(field, compare));
            case STARTS_WITH -> {
                String prefix = FilterValue.of(field, compare.value()).text();
                yield "(%1$s >= %2$s and %1$s < %3$s)"
                        .formatted(column, sql.param(prefix, "text"), sql.param(prefix + LAST, "text"));
            }
            case BETWEEN -> {
                var bounds = FilterValue.list(field, compare.value());
                if (bounds.size() != 2) {
                    throw FilterValue.wrong(field, "\"between\" takes a list of two values.");
                }
                yield "%s between %s and %s".formatted(column, value(bounds.get(0)), value(bounds.get(1)));
            }
        };
    }

    private String one(String form, FieldDescriptor field, Compare compare) throws FilterValue.Wrong {
        var value = FilterValue.of(field, compare.value());
        String condition = form.formatted(value(value));
        return value.currency() == null
                ? condition
                : "(%s and t.%s = %s)"
                        .formatted(condition, FilterValue.currencyColumn(field), sql.param(value.currency(), "text"));
    }

    private String value(FilterValue value) {
        return sql.param(value.text(), value.sqlType());
    }

    private String list(FieldDescriptor field, Compare compare) throws FilterValue.Wrong {
        var values = FilterValue.list(field, compare.value());
        if (values.isEmpty() || values.size() > 1_000) {
            throw FilterValue.wrong(field, "A list of one to 1,000 values is needed.");
        }
        return sql.param(
                SqlArray.of(values.stream().map(FilterValue::text).toList()),
                values.getFirst().sqlType() + "[]");
    }

    /** True where all rows have a value, so that no place for empty ones is needed in an order. */
    static boolean neverEmpty(FieldDescriptor field) {
        return field.required()
                || field.kind() == FieldKind.INSTANT && field.section().equals("System");
    }
}
