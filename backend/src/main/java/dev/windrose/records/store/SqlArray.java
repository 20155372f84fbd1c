package dev.windrose.records.store;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list of values as the literal of a database array, for {@code any(cast(:values as text[]))}. */
public final class SqlArray {

    private SqlArray() {}

    public static String of(Collection<? extends @Nullable Object> values) {
        return of(values, value -> value);
    }

    /** One value of each row. */
    static <T extends @Nullable Object> String of(Collection<T> rows, Function<T, @Nullable Object> of) {
        var text = new StringBuilder(rows.size() * 40).append('{');
        for (T row : rows) {
            Object value = of.apply(row);
            text.append(text.length() == 1 ? "" : ",");
            if (value == null) {
                text.append("NULL");
            } else {
                quoted(text, value.toString());
            }
        }
        return text.append('}').toString();
    }

    private static void quoted(StringBuilder to, String text) {
        to.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                to.append(text, written, i).append('\\');
                written = i;
            }
        }
        to.append(text, written, text.length()).append('"');
    }
}
