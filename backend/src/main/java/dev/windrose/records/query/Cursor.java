package dev.windrose.records.query;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.store.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page ended: the sorted values of its last row, as the database writes them, and its id. Belongs to one order. */
record Cursor(List<@Nullable String> values, UUID id) {

    String encoded(List<Sort> order) {
        var parts = new ArrayList<@Nullable Object>();
        parts.add(order.toString());
        parts.add(id.toString());
        parts.addAll(values);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.write(parts).getBytes(StandardCharsets.UTF_8));
    }

    static Cursor decode(String text, List<Sort> order) {
        try {
            var json = Json.read(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            if (json instanceof List<?> parts
                    && parts.size() == order.size() + 2
                    && order.toString().equals(parts.getFirst())) {
                var values = new ArrayList<@Nullable String>();
                parts.subList(2, parts.size()).forEach(part -> values.add((String) part));
                return new Cursor(values, UUID.fromString(String.valueOf(parts.get(1))));
            }
        } catch (RuntimeException malformed) {
            throw wrong();
        }
        throw wrong();
    }

    private static AppException wrong() {
        return new AppException(
                CommonError.BAD_VALUE,
                "This cursor belongs to another list or order. Start again from the first page.",
                "cursor");
    }
}
