package dev.windrose.records.query;

import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares a column of dates or points in time, also with periods named in words: {@code this_quarter}, the last 30 days. */
final class DateSql {

    private final FieldDescriptor field;
    private final String column;
    private final Calendar calendar;
    private final SqlParts sql;

    DateSql(FieldDescriptor field, String column, StatementScope scope) {
        this.field = field;
        this.column = column;
        this.calendar = scope.calendar;
        this.sql = scope.sql;
    }

    /** A comparison that is not a negative one. */
    String of(FilterOp op, @Nullable Object value) throws FilterValue.Wrong {
        return switch (op) {
            case WITHIN_LAST -> between(span(value), -1);
            case WITHIN_NEXT -> between(span(value), 1);
            case OLDER_THAN -> "%s < %s".formatted(column, away(span(value), -1));
            case BETWEEN -> {
                var bounds = list(value);
                if (bounds.size() != 2) {
                    throw FilterValue.wrong(field, "\"between\" takes a list of two values.");
                }
                yield "(%s and %s)".formatted(one(FilterOp.GTE, bounds.get(0)), one(FilterOp.LTE, bounds.get(1)));
            }
            case IN -> {
                var conditions = new StringBuilder();
                for (Object element : list(value)) {
                    conditions.append(conditions.isEmpty() ? "" : " or ").append(one(FilterOp.IS, element));
                }
                yield "(%s)".formatted(conditions);
            }
            case IS, GT, GTE, LT, LTE -> one(op, value);
            case IS_NOT, NOT_IN, STARTS_WITH, EMPTY, NOT_EMPTY, CONTAINS_ANY, CONTAINS_ALL, CONTAINS, MATCHES ->
                throw new IllegalArgumentException(op.name());
        };
    }

    /** From the day that lies a span before today on. */
    String since(@Nullable Object span) throws FilterValue.Wrong {
        return "%s >= %s".formatted(column, away(span(span), -1));
    }

    private String one(FilterOp op, @Nullable Object value) throws FilterValue.Wrong {
        var period = period(value);
        if (period.isEmpty()) {
            var exact = FilterValue.of(field, value);
            return "%s %s %s".formatted(column, sign(op), sql.param(exact.text(), exact.sqlType()));
        }
        String from = day(period.get().from());
        String to = day(period.get().to());
        return switch (op) {
            case GT -> "%s >= %s".formatted(column, to);
            case GTE -> "%s >= %s".formatted(column, from);
            case LT -> "%s < %s".formatted(column, from);
            case LTE -> "%s < %s".formatted(column, to);
            default -> "(%1$s >= %2$s and %1$s < %3$s)".formatted(column, from, to);
        };
    }

    private static String sign(FilterOp op) {
        return switch (op) {
            case GT -> ">";
            case GTE -> ">=";
            case LT -> "<";
            case LTE -> "<=";
            default -> "=";
        };
    }

    /** A word, or of points in time a day without a time. */
    private Optional<Period> period(@Nullable Object value) throws FilterValue.Wrong {
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        if (field.kind() == FieldKind.INSTANT && text.strip().length() == 10) {
            var day = LocalDate.parse(FilterValue.of(field, text.strip()).text().substring(0, 10));
            return Optional.of(new Period(day, day.plusDays(1)));
        }
        return calendar.period(text.strip());
    }

    private String between(Span span, int direction) {
        String here = field.kind() == FieldKind.DATE ? day(calendar.today()) : now();
        String there = away(span, direction);
        return direction < 0
                ? "(%1$s >= %2$s and %1$s <= %3$s)".formatted(column, there, here)
                : "(%1$s >= %2$s and %1$s <= %3$s)".formatted(column, here, there);
    }

    private String away(Span span, int direction) {
        return field.kind() == FieldKind.DATE
                ? day(span.from(calendar.today(), direction))
                : sql.param(calendar.away(span, direction).toString(), "timestamptz");
    }

    private String now() {
        return sql.param(calendar.now().toString(), "timestamptz");
    }

    private String day(LocalDate day) {
        return field.kind() == FieldKind.DATE
                ? sql.param(day.toString(), "date")
                : sql.param(calendar.start(day).toString(), "timestamptz");
    }

    private Span span(@Nullable Object value) throws FilterValue.Wrong {
        return Span.of(value)
                .orElseThrow(() -> FilterValue.wrong(
                        field,
                        "A span is needed, for example {\"n\": 30, \"unit\": \"day\"}. Units: %s."
                                .formatted(List.of(Span.Unit.values()).stream()
                                        .map(unit -> unit.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", ")))));
    }

    private List<?> list(@Nullable Object value) throws FilterValue.Wrong {
        if (value instanceof List<?> list && !list.isEmpty() && list.size() <= 1_000) {
            return list;
        }
        throw FilterValue.wrong(field, "A list of one to 1,000 values is needed.");
    }
}
