package dev.windrose.records.change;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words a value rests on: the quote, where it stands in the text, and which text that is.
 *
 * @param told when they were said, where that is not when they were written down
 */
public record Evidence(
        @Nullable String quote,
        @Nullable Integer start,
        @Nullable Integer end,
        @Nullable String source,
        @Nullable Instant told) {

    public Evidence(@Nullable String quote, @Nullable Integer start, @Nullable Integer end, @Nullable String source) {
        this(quote, start, end, source, null);
    }

    public static Evidence quote(String quote, int start, int end) {
        return new Evidence(quote, start, end, null);
    }

    public Evidence toldAt(Instant at) {
        return new Evidence(quote, start, end, source, at);
    }

    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        Put.present(json, "quote", quote);
        Put.present(json, "start", start);
        Put.present(json, "end", end);
        Put.present(json, "source", source);
        Put.present(json, "told_at", told == null ? null : told.toString());
        return json;
    }

    static @Nullable Evidence of(@Nullable Object json) {
        return json instanceof Map<?, ?> map
                ? new Evidence(
                        (String) map.get("quote"),
                        (Integer) map.get("start"),
                        (Integer) map.get("end"),
                        (String) map.get("source"),
                        map.get("told_at") instanceof String told ? Instant.parse(told) : null)
                : null;
    }
}
