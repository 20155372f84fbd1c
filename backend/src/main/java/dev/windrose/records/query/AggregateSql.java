package dev.windrose.records.query;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.query.Grouping.Bucket;
import dev.windrose.records.query.Measure.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The statement of an aggregate: one row for each group and currency, from which the answer is put together. */
final class AggregateSql {

    /** A grouping that was found in the type. */
    record Group(Grouping asked, FieldPath path) {

        /** The column that shows it. */
        String column(int place) {
            return (path.field().keyed() ? "g" : "k") + place;
        }
    }

    /** A measure that was found in the type. */
    record Measured(Measure asked, FieldPath path, ValueOf value) {

        boolean summed() {
            return addsUp(path.field().kind());
        }

        boolean bounded() {
            return asked.op() == Op.MIN || asked.op() == Op.MAX;
        }

        boolean money() {
            return path.field().kind() == FieldKind.MONEY;
        }
    }

    final List<Group> groups;
    final List<Measured> measures;
    private final StatementScope scope;
    private final Descriptor type;
    private final List<String> selected = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private final StringBuilder joins = new StringBuilder();
    private final String where;

    AggregateSql(StatementScope scope, AggregateQuery query) {
        this.scope = scope;
        this.type = scope.descriptors.get(query.type());
        if (query.groupings().size() > 2 || query.measures().size() > 10) {
            throw new AppException(
                    CommonError.BAD_VALUE, "At most two fields to group by, and ten measures.", "group_by");
        }
        this.groups = query.groupings().stream()
                .map(asked -> new Group(
                        asked,
                        FieldPath.of(scope.descriptors, type, asked.field()).seen(scope.access, type)))
                .toList();
        for (int i = 0; i < groups.size(); i++) {
            select(groups.get(i), i);
        }
        this.measures = query.measures().stream()
                .filter(measure -> !measure.field().isEmpty())
                .map(this::measured)
                .toList();
        this.where = "%s and %s".formatted(scope.live(type, "t"), new FilterSql(scope, type, "t").of(query.filter()));
    }

    private static boolean addsUp(FieldKind kind) {
        return kind.isNumber() || kind == FieldKind.MONEY;
    }

    String statement() {
        var columns = new ArrayList<>(selected);
        for (int i = 0; i < measures.size(); i++) {
            if (measures.get(i).value().currency() != null) {
                columns.add("%s as c%d".formatted(measures.get(i).value().currency(), i));
            }
        }
        int grouped = columns.size();
        columns.add("count(*) as n");
        columns.addAll(shown);
        for (int i = 0; i < measures.size(); i++) {
            columns.addAll(measures(measures.get(i), i));
        }
        String statement = "select %s from %s%s where %s%s"
                .formatted(String.join(", ", columns), scope.from(type, "t"), joins, where, by(grouped));
        return scope.with() + statement;
    }

    /** By place, since an expression with a parameter is not the same expression twice. */
    private static String by(int columns) {
        var places = new ArrayList<String>();
        for (int i = 1; i <= columns; i++) {
            places.add(String.valueOf(i));
        }
        return places.isEmpty() ? "" : " group by " + String.join(", ", places);
    }

    private static List<String> measures(Measured measure, int place) {
        String value = measure.value().sql();
        var columns = new ArrayList<>(List.of("count(%s) as n%d".formatted(value, place)));
        if (measure.summed()) {
            columns.add("cast(sum(%s) as numeric) as sum%d".formatted(value, place));
        }
        if (measure.bounded()) {
            columns.add("min(%s) as min%d, max(%1$s) as max%2$d".formatted(value, place));
        }
        return columns;
    }

    private void select(Group group, int place) {
        var field = group.path().field();
        var bucket = group.asked().bucket();
        scope.uses(group.path().type(), field);
        boolean dated = field.kind().isTime();
        if (!field.stored()
                || field.kind().isJson()
                || field.kind() == FieldKind.LONG_TEXT
                || dated != (bucket != null)) {
            throw new AppException(
                    CommonError.BAD_VALUE,
                    dated
                            ? "%s is grouped by a unit, for example %s:month."
                                    .formatted(field.label(), group.asked().field())
                            : "Records cannot be grouped by %s."
                                    .formatted(group.asked().name()),
                    "group_by");
        }
        var value = ValueOf.of(scope, group.path());
        joins.append(value.joined());
        selected.add("%s as k%d"
                .formatted(bucket == null ? value.group() : truncated(value.sql(), field.kind(), bucket), place));
        if (value.grouped()) {
            shown.add("min(%s) as g%d".formatted(value.sql(), place));
        }
    }

    /** The first day of the unit in which a day or moment lies where the workspace is. */
    private String truncated(String value, FieldKind kind, Bucket bucket) {
        String local = kind == FieldKind.DATE
                ? "cast(%s as timestamp)".formatted(value)
                : "(%s at time zone %s)"
                        .formatted(value, scope.sql.param(scope.calendar.zone().getId(), "text"));
        String shift = shift(bucket);
        return "cast(date_trunc('%s', %s - interval '%s') + interval '%3$s' as date)"
                .formatted(bucket.name().toLowerCase(Locale.ROOT), local, shift);
    }

    /** By how much units begin later than the calendar's own. */
    private String shift(Bucket bucket) {
        return switch (bucket) {
            case DAY, MONTH -> "0 days";
            case WEEK -> scope.calendar.weekStartsOnSunday() ? "-1 days" : "0 days";
            case QUARTER, YEAR -> scope.calendar.fiscalShift() + " months";
        };
    }

    private Measured measured(Measure asked) {
        var path = FieldPath.of(scope.descriptors, type, asked.field()).seen(scope.access, type);
        var kind = path.field().kind();
        scope.uses(path.type(), path.field());
        boolean fits = path.field().stored()
                && (asked.op() == Op.COUNT && !kind.isJson()
                        || addsUp(kind)
                        || kind.isTime() && (asked.op() == Op.MIN || asked.op() == Op.MAX));
        if (!fits) {
            throw new AppException(CommonError.BAD_VALUE, "%s cannot be computed.".formatted(asked.name()), "measures");
        }
        var value = ValueOf.of(scope, path);
        joins.append(value.joined());
        return new Measured(asked, path, value);
    }
}
