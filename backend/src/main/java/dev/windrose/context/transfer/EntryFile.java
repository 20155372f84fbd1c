package dev.windrose.context.transfer;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a file says it: the field names of an entry, with names in the place of ids.
 *
 * @param path within the folder or the ZIP, for example {@code policy/discounts.md}
 * @param front the front matter
 * @param lines where each field stands in the file, the first line is 1; {@code details.clause} for a field of the details
 */
public record EntryFile(String path, Map<String, @Nullable Object> front, String body, Map<String, Integer> lines) {

    @Nullable
    String text(String field) {
        return front.get(field) instanceof Object value ? value.toString() : null;
    }

    /** Of the field, or of the object it is in. */
    @Nullable
    Integer line(@Nullable String field) {
        if (field == null) {
            return null;
        }
        int dot = field.indexOf('.');
        return lines.containsKey(field) || dot < 0 ? lines.get(field) : lines.get(field.substring(0, dot));
    }
}
