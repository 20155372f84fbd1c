package dev.windrose.journeys.track;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source of events and the key by which it hands them in.
 *
 * @param code short and public; the sources of stored events are called by it
 * @param hint the last characters of the key
 * @param origins of the pages that may use the key, as {@code https://www.harbour.example}; none for programs
 */
public record TrackKey(
        UUID id,
        String code,
        String name,
        String hint,
        List<String> origins,
        Instant createdAt,
        String createdByName,
        @Nullable Instant revokedAt) {

    /** @param key told once, kept nowhere */
    public record Issued(TrackKey source, String key) {}

    boolean allows(String origin) {
        return origins.contains(origin);
    }

    String source() {
        return "track:" + code;
    }
}
