package dev.windrose.records.query;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A condition on records, as a tree. */
public sealed interface Filter {

    Filter ALL = new And(List.of());

    record And(List<Filter> parts) implements Filter {}

    record Or(List<Filter> parts) implements Filter {}

    record Not(Filter part) implements Filter {}

    /** @param value JSON, or the Java type of the field's kind */
    record Compare(String field, FilterOp op, @Nullable Object value) implements Filter {}

    static Filter is(String field, Object value) {
        return new Compare(field, FilterOp.IS, value);
    }

    static Filter in(String field, List<?> values) {
        return new Compare(field, FilterOp.IN, values);
    }

    static Filter and(Filter... parts) {
        return new And(List.of(parts));
    }

    /** @param json the tree as the API takes it; null or empty for everything */
    static Filter of(@Nullable Map<String, ?> json) {
        return json == null || json.isEmpty() ? ALL : new ParseFilter().of(json, 0);
    }
}
