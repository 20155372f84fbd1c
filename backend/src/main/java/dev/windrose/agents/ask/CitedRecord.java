package dev.windrose.agents.ask;

import dev.windrose.context.retrieval.ContextAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that an answer rests on.
 *
 * @param version of an entry of the company's context that was quoted
 * @param quote what it says, word by word; null where its fields were read
 * @param heading of the part of an entry that is quoted
 * @param why it was taken, in sentences
 */
public record CitedRecord(
        String type,
        UUID id,
        String title,
        @Nullable Long version,
        @Nullable String quote,
        @Nullable String heading,
        @Nullable String sensitivity,
        List<String> why) {

    static CitedRecord of(String type, UUID id, String title) {
        return new CitedRecord(type, id, title, null, null, null, null, List.of());
    }

    static CitedRecord of(ContextAnswer.Source source) {
        return new CitedRecord(
                source.entry().type(),
                source.entry().id(),
                source.entry().title(),
                source.version(),
                source.quote(),
                source.heading(),
                source.sensitivity(),
                source.why());
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
        if (heading != null) {
            json.put("heading", heading);
        }
        if (sensitivity != null) {
            json.put("sensitivity", sensitivity);
        }
        if (!why.isEmpty()) {
            json.put("why", why);
        }
        return json;
    }
}
