package dev.windrose.platform.access;

import dev.windrose.platform.id.PersonId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token to issue.
 *
 * @param person the employee it acts as; null for a token of the workspace that acts as itself
 */
public record NewApiToken(
        @Nullable String name,
        Set<String> scopes,
        @Nullable Instant expiresAt,
        @Nullable PersonId person) {

    public NewApiToken {
        scopes = Set.copyOf(scopes);
    }
}
