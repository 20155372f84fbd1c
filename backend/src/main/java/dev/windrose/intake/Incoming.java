package dev.windrose.intake;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text that comes in, as the caller describes it.
 *
 * @param author who is said to have written it: the id of a person, or a name
 * @param recordType the kind of record that the writer has open
 * @param key the same key again is the same text
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
        @Nullable String key) {

    public static Incoming chat(String text, @Nullable UUID thread, String key) {
        return new Incoming(text, "chat", null, null, false, thread, null, null, key);
    }

    public Incoming seen(@Nullable String type, @Nullable UUID id) {
        return new Incoming(text, channel, receivedAt, author, dryRun, thread, type, id, key);
    }
}
