package dev.windrose.platform.access;

import dev.windrose.platform.id.PersonId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token for programs. The secret itself is shown once and stored as a hash only.
 *
 * @param person the employee it acts as; null where it acts as itself
 */
public record ApiToken(
        UUID id,
        String name,
        @Nullable PersonId person,
        Set<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant usedAt) {

    public boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** A new token together with its secret. */
    public record Issued(ApiToken token, String secret) {}
}
