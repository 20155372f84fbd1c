package dev.windrose.records.query;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.FieldKind;
import dev.windrose.records.FieldProblem;
import dev.windrose.records.query.Filter.Compare;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conditions that no field answers: when a record changed, whether something goes on with it, what refers to it. */
final class PseudoFieldSql {

    private final StatementScope scope;
    private final Descriptor type;
    private final String row;

    PseudoFieldSql(StatementScope scope, Descriptor type, String row) {
        this.scope = scope;
        this.type = type;
        this.row = row;
    }

    String of(Compare compare) {
        scope.usesColumns();
        return switch (compare.field()) {
            case "_changed" -> changed(compare);
            case "_activity" -> activity(compare);
            case "_related" -> related(compare);
            case "_quality" -> quality(compare);
            default ->
                throw new AppException(
                        CommonError.UNKNOWN_FIELD,
                        "%s has no field \"%s\".".formatted(type.label(), compare.field()),
                        compare.field());
        };
    }

    private String changed(Compare compare) {
        requireOp(compare, FilterOp.GTE, FilterOp.WITHIN_LAST);
        Object named = compare.value() instanceof Map<?, ?> map ? map.get("field") : null;
        Object value = compare.op() == FilterOp.GTE && compare.value() instanceof Map<?, ?> map
                ? map.get("since")
                : compare.value();
        if (named == null) {
            return dates(row + ".updated_at", instant("updated_at"), compare.op(), value);
        }
        var field = type.field(named.toString())
                .orElseThrow(() -> new AppException(
                        CommonError.UNKNOWN_FIELD,
                        "%s has no field \"%s\".".formatted(type.label(), named),
                        "_changed"));
        scope.access.requireSeen(type, field);
        String h = scope.sql.alias();
        return """
                exists (select 1 from record_history %1$s where %1$s.tenant_id = :tenant and %1$s.record_type = '%2$s'
                    and %1$s.record_id = %3$s.id and %1$s.version > 1 and %1$s.changed_fields @> '["%4$s"]' and %5$s%6$s)""".formatted(
                h,
                type.name(),
                row,
                field.name(),
                dates(h + ".at", instant("updated_at"), compare.op(), value),
                scope.past == null
                        ? ""
                        : " and %s.at <= %s"
                                .formatted(
                                        h, scope.sql.param(scope.past.moment().toString(), "timestamptz")));
    }

    /** Nothing of what shows activity since the day that lies a span before today. */
    private String activity(Compare compare) {
        requireOp(compare, FilterOp.OLDER_THAN, FilterOp.WITHIN_LAST);
        var conditions = new StringBuilder();
        for (var activity : scope.lookups.activities) {
            var source = scope.descriptors.find(activity.type());
            if (source.isEmpty()) {
                continue;
            }
            var at = source.get().fields().get(activity.at());
            for (var reference : references(source.get())) {
                String alias = scope.sql.alias();
                conditions
                        .append(conditions.isEmpty() ? "" : " or ")
                        .append(referring(source.get(), reference, alias, since(alias, at, compare.value())));
            }
            if (ofAnyRecord(source.get())) {
                String alias = scope.sql.alias();
                conditions
                        .append(conditions.isEmpty() ? "" : " or ")
                        .append(about(source.get(), alias, since(alias, at, compare.value())));
            }
        }
        if (conditions.isEmpty()) {
            throw new AppException(
                    CommonError.UNKNOWN_FILTER, "%s have no activities.".formatted(type.labelPlural()), "_activity");
        }
        return compare.op() == FilterOp.OLDER_THAN ? "not (%s)".formatted(conditions) : "(%s)".formatted(conditions);
    }

    /** Notes and the like name what they belong to by type and id. */
    private static boolean ofAnyRecord(Descriptor source) {
        return Stream.of("record_type", "record_id").allMatch(name -> source.field(name)
                .filter(field -> field.stored() && field.keyed())
                .isPresent());
    }

    private String about(Descriptor source, String alias, String condition) {
        return "exists (select 1 from %1$s where %2$s and %3$s.record_type_key = '%4$s' and %3$s.record_id_key = cast(%5$s.id as text) and %6$s)"
                .formatted(scope.from(source, alias), scope.live(source, alias), alias, type.name(), row, condition);
    }

    private List<FieldDescriptor> references(Descriptor source) {
        return source.storedFields().stream()
                .filter(field -> type.name().equals(field.ref())
                        && (field.kind() == FieldKind.REFERENCE
                                || field.kind() == FieldKind.REFERENCES && field.filter()))
                .toList();
    }

    private String related(Compare compare) {
        requireOp(compare, FilterOp.IS, FilterOp.IS_NOT);
        if (!(compare.value() instanceof Map<?, ?> wanted)) {
            throw wrong("\"_related\" takes {\"type\", \"via\", \"filter\", \"count\"}.");
        }
        var other = scope.descriptors
                .find(String.valueOf(wanted.get("type")))
                .orElseThrow(() -> wrong("There is no record type \"%s\".".formatted(wanted.get("type"))));
        var via = references(other).stream()
                .filter(field -> wanted.get("via") == null || field.name().equals(wanted.get("via")))
                .findFirst()
                .orElseThrow(() -> wrong("%s do not refer to %s by \"%s\"."
                        .formatted(other.labelPlural(), type.labelPlural(), wanted.get("via"))));
        String alias = scope.sql.alias();
        String condition = new FilterSql(scope, other, alias).of(filter(wanted.get("filter")));
        String exists = referring(other, via, alias, condition);
        String found = wanted.get("count") == null
                ? exists
                : "(%s) %s".formatted(exists.replaceFirst("exists \\(select 1", "(select count(*)"), count(wanted));
        return compare.op() == FilterOp.IS ? found : "not (%s)".formatted(found);
    }

    /** What was noted when its values were read. */
    private String quality(Compare compare) {
        requireOp(compare, FilterOp.IS, FilterOp.IS_NOT);
        if (scope.past != null) {
            throw new AppException(
                    CommonError.UNKNOWN_FILTER,
                    "Faults and duplicates are known of the records of today only.",
                    "_quality");
        }
        String code = String.valueOf(compare.value());
        if (code.equals("duplicate")) {
            return compare.op() == FilterOp.IS ? duplicate() : "not " + duplicate();
        }
        var kind =
                switch (code) {
                    case "invalid_email" -> FieldKind.EMAIL;
                    case "invalid_phone" -> FieldKind.PHONE;
                    default ->
                        throw new AppException(
                                CommonError.BAD_VALUE,
                                "\"_quality\" is invalid_email, invalid_phone or duplicate.",
                                "_quality");
                };
        type.storedFields().stream()
                .filter(field -> field.kind() == kind)
                .forEach(field -> scope.access.requireSeen(type, field));
        String found = scope.sql.alias();
        return "%1$sexists (select 1 from quality_findings %2$s where %2$s.tenant_id = :tenant and %2$s.record_type = '%3$s' and %2$s.code = '%4$s' and %2$s.record_id = %5$s.id)"
                .formatted(compare.op() == FilterOp.IS ? "" : "not ", found, type.name(), code, row);
    }

    /** Where the other one is there for the actor too. */
    private String duplicate() {
        return "(%s or %s)".formatted(duplicate("record_a", "record_b"), duplicate("record_b", "record_a"));
    }

    private String duplicate(String one, String another) {
        String pair = scope.sql.alias();
        String other = scope.sql.alias();
        return """
                exists (select 1 from duplicate_candidates %1$s join %2$s on %3$s and %4$s.id = %1$s.%5$s
                    where %1$s.tenant_id = :tenant and %1$s.record_type = '%6$s' and %1$s.status = 'open' and %1$s.%7$s = %8$s.id)""".formatted(
                        pair, scope.from(type, other), scope.live(type, other), other, another, type.name(), one, row);
    }

    /** Rows of another type that refer to this one. */
    private String referring(Descriptor other, FieldDescriptor via, String alias, String condition) {
        String id = via.kind() == FieldKind.REFERENCE ? row + ".id" : "cast(%s.id as text)".formatted(row);
        String link = new ColumnSql(other, via, alias, scope).where(value -> "%s = %s".formatted(value, id));
        return "exists (select 1 from %s where %s and %s and %s)"
                .formatted(scope.from(other, alias), scope.live(other, alias), link, condition);
    }

    @SuppressWarnings("unchecked")
    private static Filter filter(@Nullable Object given) {
        return switch (given) {
            case null -> Filter.ALL;
            case Filter filter -> filter;
            case Map<?, ?> tree -> Filter.of((Map<String, ?>) tree);
            default -> throw wrong("The filter of \"_related\" is a filter tree.");
        };
    }

    /** At least so many, or as {@code {"op", "value"}} says. */
    private String count(Map<?, ?> wanted) {
        Object given = wanted.get("count");
        Object op = given instanceof Map<?, ?> map ? map.get("op") : "gte";
        Object value = given instanceof Map<?, ?> map ? map.get("value") : given;
        String sign = Stream.of("is =", "gt >", "gte >=", "lt <", "lte <=")
                .filter(pair -> pair.startsWith(op + " "))
                .map(pair -> pair.substring(pair.indexOf(' ') + 1))
                .findFirst()
                .orElseThrow(() -> wrong("Counts are compared with is, gt, gte, lt or lte."));
        if (!(value instanceof Integer number) || number < 0) {
            throw wrong("A count is a whole number.");
        }
        return "%s %d".formatted(sign, number);
    }

    private String dates(String column, FieldDescriptor field, FilterOp op, @Nullable Object value) {
        try {
            return new DateSql(field, column, scope).of(op, value);
        } catch (FilterValue.Wrong wrong) {
            throw FieldProblem.toException(List.of(wrong.problem()));
        }
    }

    private String since(String alias, FieldDescriptor at, @Nullable Object span) {
        try {
            return new DateSql(at, alias + "." + at.name(), scope).since(span);
        } catch (FilterValue.Wrong wrong) {
            throw FieldProblem.toException(List.of(wrong.problem()));
        }
    }

    private FieldDescriptor instant(String name) {
        return type.fields().get(name);
    }

    private static void requireOp(Compare compare, FilterOp... ops) {
        if (!List.of(ops).contains(compare.op())) {
            throw new AppException(
                    CommonError.UNKNOWN_FILTER,
                    "\"%s\" cannot be filtered with \"%s\"."
                            .formatted(compare.field(), compare.op().wire()),
                    compare.field());
        }
    }

    private static AppException wrong(String sentence) {
        return new AppException(CommonError.BAD_VALUE, sentence, "_related");
    }
}
