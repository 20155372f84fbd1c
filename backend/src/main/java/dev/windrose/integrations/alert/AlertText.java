package dev.windrose.integrations.alert;

import dev.windrose.integrations.ConnectionError;
import dev.windrose.integrations.ParsedMessage;
import dev.windrose.integrations.RawMessage;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.Filter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an alert says, and of which record. */
final class AlertText {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 120;

    private AlertText() {}

    /** @throws AppException where it says nothing, or too much for a title */
    static String checked(@Nullable Object given) {
        String text = given instanceof String words ? words.strip() : "";
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new AppException(
                    CommonError.REQUIRED, "Say in up to 120 characters what is to be done.", "settings.text");
        }
        return text;
    }

    static Filter filter(Map<?, ?> kept) {
        var named = new LinkedHashMap<String, @Nullable Object>();
        kept.forEach((name, value) -> named.put(String.valueOf(name), value));
        return Filter.of(named);
    }

    static RawMessage message(String name, Instant at, RecordData record, String text) {
        var kept = JSON.createObjectNode()
                .put("record_type", record.type())
                .put("record_id", record.id().toString())
                .put("title", record.title())
                .put("text", text);
        return new RawMessage(name, at, "application/json", JSON.writeValueAsBytes(kept), RawMessage.FRESH);
    }

    static ParsedMessage parsed(RawMessage raw) {
        JsonNode kept;
        try {
            kept = JSON.readTree(raw.content());
        } catch (JacksonException e) {
            throw new AppException(ConnectionError.UNREADABLE_MESSAGE, "The alert is not readable.");
        }
        String title = kept.path("title").asString("");
        String text = kept.path("text").asString("");
        var about = new ParsedMessage.About(
                kept.path("record_type").asString(""), kept.path("record_id").asString(""));
        return ParsedMessage.alert(title, text + ": " + title, about);
    }
}
