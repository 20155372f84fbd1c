package dev.windrose.records.query;

import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value of a field as an expression, for what reads every row it finds: groups and totals.
 *
 * @param group what equal values have in common: texts that differ in case only are one group
 * @param currency of money: the expression of its currency
 * @param minor money in minor units of its currency
 * @param joins other tables in which it lies
 */
record ValueOf(String sql, String group, @Nullable String currency, boolean minor, List<OrderSql.Join> joins) {

    static ValueOf of(StatementScope scope, FieldPath path) {
        var joins = new ArrayList<OrderSql.Join>();
        String row = OrderSql.joins(scope, path, joins);
        return of(path.field(), row, joins);
    }

    private static ValueOf of(FieldDescriptor field, String row, List<OrderSql.Join> joins) {
        if (field.custom() != null) {
            return custom(field, row, joins);
        }
        return new ValueOf(
                row + "." + field.name(),
                row + "." + field.sortColumn(),
                field.kind() == FieldKind.MONEY ? row + "." + FilterValue.currencyColumn(field) : null,
                true,
                joins);
    }

    private static ValueOf custom(FieldDescriptor field, String row, List<OrderSql.Join> joins) {
        String text = "%s.custom ->> '%s'".formatted(row, field.name());
        if (field.kind() == FieldKind.MONEY) {
            String parts = "%s.custom -> '%s'".formatted(row, field.name());
            String amount = "cast(%s ->> 'amount' as numeric)".formatted(parts);
            return new ValueOf(amount, amount, "(%s ->> 'currency')".formatted(parts), false, joins);
        }
        String value = "cast(%s as %s)".formatted(text, FilterValue.sqlType(field));
        return new ValueOf(value, value, null, false, joins);
    }

    /** True where a group needs one of its values to show. */
    boolean grouped() {
        return !group.equals(sql);
    }

    String joined() {
        var text = new StringBuilder();
        joins.forEach(join -> text.append(" left join %s on %s".formatted(join.table(), join.condition())));
        return text.toString();
    }
}
