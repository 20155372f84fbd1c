package dev.windrose.records.change;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words a value rests on: the quote, where it stands in the text, and which text that is. */
public record Evidence(
        @Nullable String quote,
        @Nullable Integer start,
        @Nullable Integer end,
        @Nullable String source) {

    public static Evidence quote(String quote, int start, int end) {
        return new Evidence(quote, start, end, null);
    }

    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        Put.present(json, "quote", quote);
        Put.present(json, "start", start);
        Put.present(json, "end", end);
        Put.present(json, "source", source);
        return json;
    }

    static @Nullable Evidence of(@Nullable Object json) {
        return json instanceof Map<?, ?> map
                ? new Evidence((String) map.get("quote"), (Integer) map.get("start"), (Integer) map.get("end"), (String)
                        map.get("source"))
                : null;
    }
}
