package dev.windrose.records.store;

import dev.windrose.platform.error.CommonError;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Free JSON: bounded in size and depth, without what the database cannot keep. */
final class ParseJson {

    private static final int DEEPEST = 20;
    private static final int LONGEST = 100_000;

    private ParseJson() {}

    static Object of(Object given) throws BadValue {
        if (measured(given, 0) > LONGEST) {
            throw new BadValue(CommonError.TOO_LONG, "The value is too large.");
        }
        return given;
    }

    private static long measured(@Nullable Object value, int depth) throws BadValue {
        if (depth > DEEPEST) {
            throw BadValue.bad("Nested too deeply.");
        }
        long size = 4;
        switch (value) {
            case Map<?, ?> map -> {
                for (var entry : map.entrySet()) {
                    size += measured(entry.getKey(), depth + 1) + measured(entry.getValue(), depth + 1);
                }
            }
            case List<?> list -> {
                for (Object element : list) {
                    size += measured(element, depth + 1);
                }
            }
            case String text -> size += ParseText.checked(text, 0).length();
            case null -> size += 0;
            case Number _, Boolean _ -> size += 8;
            default -> throw BadValue.wrongType("JSON");
        }
        return size;
    }
}
