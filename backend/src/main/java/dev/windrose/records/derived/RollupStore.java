package dev.windrose.records.derived;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.Money;
import dev.windrose.records.query.CompileFilter;
import dev.windrose.records.store.SqlArray;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up what refers to records. Reads every record that is not in the bin, whoever asks: the value belongs to the record. */
@Component
class RollupStore {

    private final JdbcClient jdbc;
    private final CompileFilter compileFilter;

    RollupStore(JdbcClient jdbc, CompileFilter compileFilter) {
        this.jdbc = jdbc;
        this.compileFilter = compileFilter;
    }

    /** Values by record; amounts of money one for each currency. Records without any are left out. */
    Map<UUID, List<Object>> values(Rollup rollup, Collection<UUID> parents) {
        var found = new LinkedHashMap<UUID, List<Object>>();
        if (parents.isEmpty()) {
            return found;
        }
        var condition = compileFilter.of(rollup.child(), rollup.filter(), "t");
        String via = DerivedStore.column(rollup.via());
        String rows = "from %s t where %s and t.deleted_at is null and %s = any(cast(:parents as uuid[])) and %s"
                .formatted(rollup.child().table(), rollup.child().rows("t"), via, condition.sql());
        jdbc.sql(statement(rollup, via, rows))
                .param("tenant", ActorScope.current().tenant().value())
                .param("parents", SqlArray.of(parents))
                .params(condition.params())
                .query(rs -> {
                    Object value = value(rollup, rs);
                    if (value != null) {
                        found.computeIfAbsent(rs.getObject("parent", UUID.class), _ -> new ArrayList<>())
                                .add(value);
                    }
                });
        return found;
    }

    private static String statement(Rollup rollup, String via, String rows) {
        if (rollup.value() == null) {
            return "select %s as parent, count(*) as value %s group by 1".formatted(via, rows);
        }
        String value = value(rollup.value());
        String currency = currency(rollup.value());
        return switch (rollup.op()) {
            case COUNT -> throw new IllegalStateException("A count has no value.");
            case SUM, MIN, MAX ->
                "select %s as parent, %s as currency, %s(%s) as value %s and %s is not null group by 1, 2"
                        .formatted(via, currency, rollup.op().name(), value, rows, value);
            case LAST ->
                "select distinct on (%1$s) %1$s as parent, %2$s as currency, %3$s as value %4$s and %3$s is not null order by %1$s, t.created_at desc, t.id desc"
                        .formatted(via, currency, value, rows);
        };
    }

    private static String currency(FieldDescriptor field) {
        if (field.kind() != FieldKind.MONEY) {
            return "cast(null as text)";
        }
        return field.custom() != null
                ? "t.custom -> '%s' ->> 'currency'".formatted(field.name())
                : "t." + (field.currencyField() == null ? field.name() + "_currency" : field.currencyField());
    }

    /** A value kept under another kind of the field is none. */
    private static String value(FieldDescriptor field) {
        if (field.custom() == null) {
            return field.kind() == FieldKind.NUMBER || field.kind() == FieldKind.SCORE
                    ? "cast(t.%s as numeric)".formatted(field.name())
                    : "t." + field.name();
        }
        String text = "(t.custom ->> '%s')".formatted(field.name());
        String json = "t.custom -> '%s'".formatted(field.name());
        return switch (field.kind()) {
            case INTEGER, NUMBER, SCORE ->
                "case when jsonb_typeof(%s) = 'number' then cast(%s as numeric) end".formatted(json, text);
            case MONEY ->
                "case when jsonb_typeof(%1$s -> 'amount') = 'number' then cast(%1$s ->> 'amount' as numeric) end"
                        .formatted(json);
            case DATE -> "case when %1$s ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then cast(%1$s as date) end".formatted(text);
            case INSTANT ->
                "case when %1$s ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T' then cast(%1$s as timestamptz) end".formatted(text);
            case BOOLEAN -> "case when jsonb_typeof(%s) = 'boolean' then cast(%s as boolean) end".formatted(json, text);
            case TEXT,
                    LONG_TEXT,
                    CHOICE,
                    MULTI_CHOICE,
                    REFERENCE,
                    REFERENCES,
                    EMAIL,
                    PHONE,
                    URL,
                    COUNTRY,
                    JSON,
                    PERSON -> text;
        };
    }

    private static @Nullable Object value(Rollup rollup, ResultSet rs) throws SQLException {
        var field = rollup.value();
        if (field == null) {
            return rs.getLong("value");
        }
        return switch (field.kind()) {
            case INTEGER, NUMBER, SCORE -> rs.getBigDecimal("value");
            case MONEY -> money(field, rs.getBigDecimal("value"), rs.getString("currency"));
            case DATE -> rs.getObject("value", LocalDate.class);
            case INSTANT ->
                Objects.requireNonNull(rs.getObject("value", OffsetDateTime.class))
                        .toInstant();
            case BOOLEAN -> rs.getBoolean("value");
            case TEXT,
                    LONG_TEXT,
                    CHOICE,
                    MULTI_CHOICE,
                    REFERENCE,
                    REFERENCES,
                    EMAIL,
                    PHONE,
                    URL,
                    COUNTRY,
                    JSON,
                    PERSON -> rs.getString("value");
        };
    }

    /** Columns hold minor units, added fields the amount. */
    private static @Nullable Money money(FieldDescriptor field, BigDecimal amount, @Nullable String currency) {
        if (currency == null) {
            return null;
        }
        return field.custom() != null ? new Money(amount, currency) : Money.ofMinor(amount.longValueExact(), currency);
    }
}
