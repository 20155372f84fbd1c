package dev.windrose.integrations;

import dev.windrose.platform.credentials.Secret;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a connection; null leaves it as it is.
 *
 * @param secret the password or signing secret
 * @param ownerId whose source it is; sources of a person are private unless shared
 */
public record ConnectionChange(
        @Nullable String kind,
        @Nullable String name,
        @Nullable Map<String, Object> settings,
        @Nullable Secret secret,
        @Nullable Boolean shared,
        @Nullable UUID ownerId,
        @Nullable Boolean paused) {}
