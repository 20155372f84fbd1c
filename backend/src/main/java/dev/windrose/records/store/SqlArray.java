package dev.windrose.records.store;

import java.util.Collection;
import java.util.stream.Collectors;

/** A list of values as the literal of a database array, for {@code any(cast(:values as text[]))}. */
public final class SqlArray {

    private SqlArray() {}

    public static String of(Collection<?> values) {
        return values.stream()
                .map(value -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
