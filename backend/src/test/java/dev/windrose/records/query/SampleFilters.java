package dev.windrose.records.query;

import dev.windrose.records.FieldDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A filter of every operation that fits a field. */
final class SampleFilters {

    private SampleFilters() {}

    /** @param value one that some rows have */
    static List<Filter> of(FieldDescriptor field, Object value) {
        var filters = new ArrayList<Filter>();
        for (var op : FilterOp.values()) {
            if (op.fits(field.kind())) {
                filters.add(new Filter.Compare(field.name(), op, value(op, value)));
            }
        }
        return filters;
    }

    private static Object value(FilterOp op, Object value) {
        return switch (op) {
            case IN, NOT_IN, BETWEEN -> value instanceof List<?> ? value : List.of(value, value);
            case CONTAINS_ANY, CONTAINS_ALL -> value;
            case WITHIN_LAST, WITHIN_NEXT, OLDER_THAN -> Map.of("n", 3, "unit", "month");
            case IS, IS_NOT, STARTS_WITH, GT, GTE, LT, LTE, EMPTY, NOT_EMPTY, CONTAINS, MATCHES -> value;
        };
    }
}
