package dev.windrose.records.store;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A list of values as the literal of a database array, for {@code any(cast(:values as text[]))}. */
public final class SqlArray {

    private SqlArray() {}

    public static String of(Collection<? extends @Nullable Object> values) {
        return values.stream()
                .map(value -> value == null
                        ? "NULL"
                        : '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
