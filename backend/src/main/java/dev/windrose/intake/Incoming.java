package dev.windrose.intake;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text that comes in, as the caller describes it.
 *
 * @param author who is said to have written it: the id of a person, or a name
 * @param recordType the kind of record that the writer has open
 * @param key the same key again is the same text
 * @param source the file it was read from
 */
public record Incoming(
        String text,
        String channel,
        @Nullable OffsetDateTime receivedAt,
        @Nullable String author,
        boolean dryRun,
        @Nullable UUID thread,
        @Nullable String recordType,
        @Nullable UUID record,
        @Nullable String key,
        @Nullable Source source) {

    /**
     * The place in a file that a text is from.
     *
     * @param index from one
     * @param waits whether everything found waits for a decision
     */
    public record Source(UUID file, String name, String title, int index, int of, boolean waits) {

        Map<String, Object> json() {
            var json = new LinkedHashMap<String, Object>();
            json.put("file_id", file.toString());
            json.put("name", name);
            json.put("title", title);
            json.put("index", index);
            json.put("of", of);
            return json;
        }
    }

    public Incoming(
            String text,
            String channel,
            @Nullable OffsetDateTime receivedAt,
            @Nullable String author,
            boolean dryRun,
            @Nullable UUID thread,
            @Nullable String recordType,
            @Nullable UUID record,
            @Nullable String key) {
        this(text, channel, receivedAt, author, dryRun, thread, recordType, record, key, null);
    }

    public static Incoming chat(String text, @Nullable UUID thread, String key) {
        return new Incoming(text, "chat", null, null, false, thread, null, null, key);
    }

    public Incoming seen(@Nullable String type, @Nullable UUID id) {
        return new Incoming(text, channel, receivedAt, author, dryRun, thread, type, id, key, source);
    }

    public Incoming from(Source place) {
        return new Incoming(text, channel, receivedAt, author, dryRun, thread, recordType, record, key, place);
    }
}
