package dev.windrose.platform.credentials;

import dev.windrose.platform.id.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may be known of a sealed value.
 *
 * @param readable false where the process does not have its key
 */
public record StoredCredential(
        UUID id,
        String kind,
        String name,
        String lastFour,
        Instant setAt,
        @Nullable PersonId setBy,
        String setByName,
        boolean readable) {}
