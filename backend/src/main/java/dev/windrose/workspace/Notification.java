package dev.windrose.workspace;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody should know.
 *
 * @param key the same news is told once to a person
 * @param at from when on it is shown
 */
public record Notification(
        UUID id,
        UUID person,
        NotificationKind kind,
        String key,
        String recordType,
        UUID recordId,
        @Nullable String text,
        @Nullable UUID byId,
        @Nullable String byName,
        Instant at,
        @Nullable Instant readAt) {

    private static final String MENTIONED = "mention:";

    static String mentionedIn(UUID comment) {
        return MENTIONED + comment;
    }

    /** The comment that mentions the person. */
    Optional<UUID> comment() {
        return key.startsWith(MENTIONED)
                ? Optional.of(UUID.fromString(key.substring(MENTIONED.length())))
                : Optional.empty();
    }

    Notification saying(@Nullable String words) {
        return new Notification(id, person, kind, key, recordType, recordId, words, byId, byName, at, readAt);
    }
}
