package dev.windrose.intake;

import java.time.Instant;
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
 * @param asked how it is to be taken
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
        @Nullable Source source,
        Asked asked) {

    /**
     * @param whateverKind somebody wants it read, also where it looks like mail of programs or of people who sell
     * @param entriesAfter what was entered into a record after this moment is newer than the text; null where only what other texts
     *     have told can be newer
     */
    public record Asked(boolean whateverKind, @Nullable Instant entriesAfter) {

        static final Asked NOTHING = new Asked(false, null);
    }

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
        this(text, channel, receivedAt, author, dryRun, thread, recordType, record, key, null, Asked.NOTHING);
    }

    public static Incoming chat(String text, @Nullable UUID thread, String key) {
        return new Incoming(text, "chat", null, null, false, thread, null, null, key);
    }

    public Incoming seen(@Nullable String type, @Nullable UUID id) {
        return new Incoming(text, channel, receivedAt, author, dryRun, thread, type, id, key, source, asked);
    }

    public Incoming from(Source place) {
        return new Incoming(text, channel, receivedAt, author, dryRun, thread, recordType, record, key, place, asked);
    }

    public Incoming asked(Asked how) {
        return new Incoming(text, channel, receivedAt, author, dryRun, thread, recordType, record, key, source, how);
    }
}
