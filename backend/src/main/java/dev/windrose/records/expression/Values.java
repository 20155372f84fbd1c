package dev.windrose.records.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record as an expression sees it: values in the Java types of their kinds, and the records that its references point to. */
public interface Values {

    @Nullable
    Object value(String field);

    /** Null where the reference is empty or points to nothing. */
    @Nullable
    Values link(String reference);

    /** A record without links. */
    static Values of(Map<String, ? extends @Nullable Object> values) {
        return new Values() {
            @Override
            public @Nullable Object value(String field) {
                return values.get(field);
            }

            @Override
            public @Nullable Values link(String reference) {
                return null;
            }
        };
    }
}
