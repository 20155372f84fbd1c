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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compiles a filter into a condition over a row, with operators that may use indexes under row-level security only. */
final class FilterSql {

    private static final Pattern FILLED = Pattern.compile("\\w+\\.\\w+ is not null");

    private final StatementScope scope;
    private final Descriptor type;
    private final String row;

    /** @param row alias of the record's row */
    FilterSql(StatementScope scope, Descriptor type, String row) {
        this.scope = scope;
        this.type = type;
        this.row = row;
    }

    String of(Filter filter) {
        return switch (filter) {
            case And and -> joined(and.parts(), " and ", "true");
            case Or or -> joined(or.parts(), " or ", "false");
            // A comparison with an empty field is unknown; its opposite is true.
            case Not not -> denied(of(not.part()));
            case Compare compare -> compare(compare);
        };
    }

    private String joined(List<Filter> parts, String word, String nothing) {
        return parts.isEmpty() ? nothing : parts.stream().map(this::of).collect(Collectors.joining(word, "(", ")"));
    }

    private static String denied(String condition) {
        if (FILLED.matcher(condition).matches()) {
            return condition.replace(" is not null", " is null");
        }
        return condition.startsWith("exists (") ? "not " + condition : "(%s) is not true".formatted(condition);
    }

    private String compare(Compare compare) {
        if (compare.field().equals("id")) {
            return idIs(compare);
        }
        if (compare.field().startsWith("_")) {
            return new PseudoFieldSql(scope, type, row).of(compare);
        }
        var path = FieldPath.of(scope.descriptors, type, compare.field());
        if (!scope.wholeRecords) {
            path.seen(scope.access, type);
        }
        check(path.field(), compare);
        if (compare.op().negative()) {
            return denied(
                    over(path, 0, row, new Compare(compare.field(), compare.op().denied(), compare.value())));
        }
        return over(path, 0, row, compare);
    }

    private static void check(FieldDescriptor field, Compare compare) {
        boolean inside = TextSql.fits(compare) && field.kind() == FieldKind.LONG_TEXT && field.stored();
        if (!field.filter() && !inside || !compare.op().fits(field.kind())) {
            throw new AppException(
                    CommonError.UNKNOWN_FILTER,
                    "%s cannot be filtered with \"%s\"."
                            .formatted(field.label(), compare.op().wire()),
                    compare.field());
        }
    }

    /** Follows the references of a path from one row to the next. */
    private String over(FieldPath path, int hop, String from, Compare compare) {
        if (hop == path.hops().size() && TextSql.fits(compare)) {
            return new TextSql(scope, path.type(), path.field(), from).of(compare);
        }
        if (hop == path.hops().size()) {
            try {
                return new ValueSql(scope, path, from).of(compare);
            } catch (FilterValue.Wrong wrong) {
                throw FieldProblem.toException(List.of(wrong.problem()));
            }
        }
        var next = path.hops().get(hop);
        scope.uses(path.from(hop, type), next.reference());
        String alias = scope.sql.alias();
        if (next.reference().custom() != null && scope.past == null) {
            String index = scope.sql.alias();
            return "exists (select 1 from %s, %s where %s and %s and %s.id = %s.id_value and %s)"
                    .formatted(
                            ColumnSql.indexTable(index),
                            scope.from(next.target(), alias),
                            ColumnSql.inIndex(index, next.reference(), from),
                            scope.live(next.target(), alias),
                            alias,
                            index,
                            over(path, hop + 1, alias, compare));
        }
        return "exists (select 1 from %s where %s and %s.id = %s and %s)"
                .formatted(
                        scope.from(next.target(), alias),
                        scope.live(next.target(), alias),
                        alias,
                        next.reference().custom() == null
                                ? from + "." + next.reference().name()
                                : ColumnSql.inRow(next.reference(), from),
                        over(path, hop + 1, alias, compare));
    }

    private String idIs(Compare compare) {
        var ids = compare.op() == FilterOp.IN && compare.value() instanceof List<?> list
                ? list
                : List.of(String.valueOf(compare.value()));
        if (compare.op() != FilterOp.IS && compare.op() != FilterOp.IN
                || !ids.stream().allMatch(id -> FilterValue.isId(id.toString()))) {
            throw new AppException(CommonError.UNKNOWN_FILTER, "Ids are filtered with \"is\" and \"in\".", "id");
        }
        return "%s.id = any(%s)".formatted(row, scope.sql.param(SqlArray.of(ids), "uuid[]"));
    }

    /** True where all rows have a value, so that no place for empty ones is needed in an order. */
    static boolean neverEmpty(FieldDescriptor field) {
        return field.required()
                || field.kind() == FieldKind.INSTANT && field.section().equals("System");
    }
}
