package dev.windrose.records.query;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.store.SqlArray;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts a few fields of the records of a type back as they were, inside the statement that compares them: no row of history leaves the database. */
final class RewindSql {

    /** Of versions in front of values, so that the least text is of the oldest change. */
    private static final int DIGITS = 19;

    private final StatementScope statement;
    private final Descriptor type;
    private final Set<String> fields;
    private final String then;

    /** @param fields of which the past is needed */
    RewindSql(StatementScope statement, Descriptor type, Set<String> fields, Instant moment) {
        this.statement = statement;
        this.type = type;
        this.fields = fields;
        this.then = statement.sql.param(moment.toString(), "timestamptz");
    }

    /**
     * Whether the database can tell all that is compared: the keys of texts, values of added fields and amounts with their own currency it
     * cannot.
     */
    static boolean tells(Descriptor type, Set<String> fields) {
        return fields.stream().map(type.fields()::get).allMatch(RewindSql::tells);
    }

    private static boolean tells(FieldDescriptor field) {
        return field.stored() && field.custom() == null && !field.keyed() && !field.ownCurrency();
    }

    /** @param name under which the rows are read */
    String definition(String name) {
        var columns = columns();
        return """
                %1$s_changes as materialized (%2$s),
                %1$s as not materialized (
                    select %3$s from %4$s s
                    where %5$s and s.created_at <= %6$s and not exists (select 1 from %1$s_changes c where c.id = s.id)
                    union all
                    select %7$s from %1$s_changes c join %4$s s on %5$s and s.created_at <= %6$s and s.id = c.id)""".formatted(
                        name,
                        changes(),
                        columns.stream().map(column -> "s." + column).collect(Collectors.joining(", ")),
                        type.table(),
                        statement.seen(type, "s"),
                        then,
                        columns.stream().map(this::value).collect(Collectors.joining(", ")));
    }

    /** By record, of each field the value before the oldest change, and whether the first that went to the bin or back did the one or the other. */
    private String changes() {
        String category = type.name().toUpperCase(Locale.ROOT);
        String moved = "h.change_category in (%s, %s)"
                .formatted(
                        statement.sql.param(category + PastRow.RESTORED, "text"),
                        statement.sql.param(category + PastRow.BINNED, "text"));
        String restored = statement.sql.param(category + PastRow.RESTORED, "text");
        String values = fields.stream().map(RewindSql::oldest).collect(Collectors.joining());
        return """
                select h.record_id as id%s,
                    min(2 * h.version + case h.change_category when %s then 1 else 0 end) filter (where %s) as moved
                from record_history h
                where h.tenant_id = :tenant and h.record_type = %s and h.at > %s
                    and (jsonb_exists_any(h.previous_values, %s) or %s)
                group by h.record_id""".formatted(
                        values,
                        restored,
                        moved,
                        statement.sql.param(type.name(), "text"),
                        then,
                        statement.sql.param(SqlArray.of(fields), "text[]"),
                        moved);
    }

    private static String oldest(String field) {
        return """
                , min(lpad(cast(h.version as text), %1$d, '0') || cast(h.previous_values -> '%2$s' as text) collate "C") as then_%2$s
                """.formatted(DIGITS, field);
    }

    private Set<String> columns() {
        var columns = new LinkedHashSet<>(List.of("tenant_id", "id", "created_at", "deleted_at"));
        for (var field : type.columnFields()) {
            columns.add(field.name());
            columns.add(field.sortColumn());
            if (field.ownCurrency()) {
                columns.add(FilterValue.currencyColumn(field));
            }
        }
        return columns;
    }

    /** Of a record that has changed since. */
    private String value(String column) {
        if (column.equals("deleted_at")) {
            return "case when c.moved is null then s.deleted_at when c.moved %% 2 = 1 then %s end as deleted_at"
                    .formatted(then);
        }
        if (!fields.contains(column)) {
            return "s." + column;
        }
        var field = type.fields().get(column);
        return "%s as %s".formatted(field.kind() == FieldKind.MONEY ? amount(field) : plain(field), column);
    }

    private static String plain(FieldDescriptor field) {
        String json = "cast(substr(c.then_%s, %d) as jsonb)".formatted(field.name(), DIGITS + 1);
        String value = field.kind().isJson()
                ? "nullif(%s, 'null')".formatted(json)
                : "cast(%s #>> '{}' as %s)".formatted(json, FilterValue.sqlType(field));
        return "case when c.then_%1$s is null then s.%1$s else %2$s end".formatted(field.name(), value);
    }

    /** In minor units, which depend on the currency of then. */
    private String amount(FieldDescriptor field) {
        var currency = Objects.requireNonNull(type.fields().get(String.valueOf(field.currencyField())));
        return """
                case when c.then_%1$s is null and c.then_%2$s is null then s.%1$s
                    else cast(round(%3$s * (case when c.then_%1$s is null then cast(s.%1$s as numeric) / %4$s
                        else cast(cast(substr(c.then_%1$s, %5$d) as jsonb) #>> '{}' as numeric) end)) as bigint) end""".formatted(
                        field.name(),
                        currency.name(),
                        ColumnSql.units(plain(currency)),
                        ColumnSql.units("s." + currency.name()),
                        DIGITS + 1);
    }
}
