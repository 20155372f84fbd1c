package dev.windrose.agents.ask;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that an answer rests on.
 *
 * @param version of an entry of the company's context that was quoted
 * @param quote what it says, word by word; null where its fields were read
 */
public record CitedRecord(
        String type,
        UUID id,
        String title,
        @Nullable Long version,
        @Nullable String quote) {

    static CitedRecord of(String type, UUID id, String title) {
        return new CitedRecord(type, id, title, null, null);
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("type", type);
        json.put("id", id.toString());
        json.put("title", title);
        if (version != null) {
            json.put("version", version);
        }
        if (quote != null) {
            json.put("quote", quote);
        }
        return json;
    }
}
