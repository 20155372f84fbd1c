package dev.windrose.platform.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which entries are wanted, the newest first. */
public record AuditQuery(
        @Nullable UUID person,
        @Nullable String action,
        @Nullable UUID record,
        @Nullable UUID changeSet,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Place after,
        int limit) {

    public static final int MOST = 200;

    /** Of the last entry of the page before. */
    public record Place(Instant at, UUID id) {}
}
