package dev.windrose.records.custom;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record type that a workspace has added.
 *
 * @param titleLabel what its field {@code name} is called
 */
public record EntityDefinition(
        UUID id,
        String name,
        String plural,
        String label,
        String labelPlural,
        String icon,
        String titleLabel,
        Instant createdAt,
        @Nullable Instant removedAt) {

    public boolean removed() {
        return removedAt != null;
    }
}
