package dev.windrose.records.query;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.store.IndexValue;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Where a field's values lie and how conditions on them are put, so that they may use an index. */
final class ColumnSql {

    private static final String UNUSUAL = unusual();

    private final Descriptor type;
    private final FieldDescriptor field;
    private final String row;
    private final StatementScope scope;

    /** @param row alias of the record's row */
    ColumnSql(Descriptor type, FieldDescriptor field, String row, StatementScope scope) {
        this.type = type;
        this.field = field;
        this.row = row;
        this.scope = scope;
        if (!field.stored()) {
            throw new AppException(
                    CommonError.UNKNOWN_FILTER,
                    "%s is computed when it is read.".formatted(field.label()),
                    field.name());
        }
        scope.uses(type, field);
    }

    /** Several values in one field have a row each. */
    boolean several() {
        return field.kind().isJson();
    }

    /** True for rows with a value for which the condition on the column holds. */
    String where(UnaryOperator<String> condition) {
        if (scope.past != null && (several() || field.custom() != null)) {
            return ofRow(condition);
        }
        if (field.custom() != null) {
            String index = scope.sql.alias();
            return "exists (select 1 from %s where %s and %s)"
                    .formatted(
                            indexTable(index),
                            inIndex(index, field, row),
                            condition.apply(index + "." + IndexValue.column(field)));
        }
        if (!several()) {
            return condition.apply(row + "." + field.sortColumn());
        }
        String value = scope.sql.alias();
        return """
                exists (select 1 from record_values %1$s where %1$s.tenant_id = :tenant and %1$s.record_type = '%2$s' and %1$s.field = '%3$s'
                    and %1$s.record_id = %4$s.id and %5$s)""".formatted(value, type.name(), field.name(), row, condition.apply(value + ".value"));
    }

    /** Values of the past are in their rows only, not in the tables beside them. */
    private String ofRow(UnaryOperator<String> condition) {
        if (!several()) {
            return condition.apply(inRow(field, row));
        }
        String list =
                field.custom() == null ? row + "." + field.name() : "(%s.custom -> '%s')".formatted(row, field.name());
        String value = scope.sql.alias();
        return """
                exists (select 1 from jsonb_array_elements_text(case when jsonb_typeof(%1$s) = 'array' then %1$s else '[]' end) %2$s (value)
                    where %3$s)""".formatted(list, value, condition.apply(value + ".value"));
    }

    /** The value of a custom field as its index would have it. */
    static String inRow(FieldDescriptor field, String row) {
        String text = "(%s.custom ->> '%s')".formatted(row, field.name());
        return switch (field.kind()) {
            case TEXT, EMAIL, PHONE, URL -> "(%s collate \"C\")".formatted(folded(text));
            case MONEY -> minor("%s.custom -> '%s'".formatted(row, field.name()));
            case LONG_TEXT, COUNTRY, CHOICE, MULTI_CHOICE, REFERENCES, JSON -> text;
            case INTEGER, NUMBER, SCORE, DATE, INSTANT, BOOLEAN, REFERENCE, PERSON ->
                "cast(%s as %s)".formatted(text, FilterValue.sqlType(field));
        };
    }

    /** As {@link TextKey} folds it. */
    static String folded(String text) {
        return "btrim(regexp_replace(regexp_replace(normalize(lower(%s), nfkd), '[\\u0300-\\u036f]', '', 'g'), '\\s+', ' ', 'g'))"
                .formatted(text);
    }

    /** Money is compared in minor units of its currency. */
    private static String minor(String money) {
        return "cast(round(cast(%1$s ->> 'amount' as numeric) * %2$s) as bigint)"
                .formatted(money, units("(%s ->> 'currency')".formatted(money)));
    }

    /** How many minor units one of the currency has. */
    static String units(String currency) {
        return "case %s else 100 end".formatted(UNUSUAL.formatted(currency));
    }

    /** Currencies that have not two decimals. */
    private static String unusual() {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() != 2)
                .collect(Collectors.groupingBy(
                        currency -> Math.max(0, currency.getDefaultFractionDigits()),
                        TreeMap::new,
                        Collectors.mapping(
                                currency -> "'" + currency.getCurrencyCode() + "'", Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(entry -> "when %1$s in (" + entry.getValue() + ") then " + BigDecimal.TEN.pow(entry.getKey()))
                .collect(Collectors.joining(" "));
    }

    String filled() {
        if (scope.past != null && field.custom() != null) {
            return "(%s.custom -> '%s' is not null)".formatted(row, field.name());
        }
        return where(column -> several() || field.custom() != null ? "true" : column + " is not null");
    }

    /** @param column of the amount, as {@link #where} gave it */
    String currency(String column) {
        if (scope.past != null && field.custom() != null) {
            return "(%s.custom -> '%s' ->> 'currency')".formatted(row, field.name());
        }
        return field.custom() == null
                ? row + "." + FilterValue.currencyColumn(field)
                : column.substring(0, column.indexOf('.')) + ".text_value";
    }

    static String indexTable(String alias) {
        return "field_index " + alias;
    }

    /** The condition that {@code alias} holds values of a custom field of the row. */
    static String inIndex(String alias, FieldDescriptor field, String row) {
        return "%1$s.tenant_id = :tenant and %1$s.field_id = '%2$s' and %1$s.record_id = %3$s.id"
                .formatted(alias, Objects.requireNonNull(field.custom()).id(), row);
    }
}
