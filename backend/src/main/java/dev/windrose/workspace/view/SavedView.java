package dev.windrose.workspace.view;

import dev.windrose.platform.id.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kept view of the records of one type.
 *
 * @param query as the query of a list takes it, with the fields that layouts need besides
 * @param isDefault opens first: for everybody if shared, else for its owner
 */
public record SavedView(
        UUID id,
        String recordType,
        String name,
        Layout layout,
        Visibility visibility,
        PersonId owner,
        Map<String, @Nullable Object> query,
        boolean isDefault,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    public enum Layout {
        LIST,
        BOARD,
        TIMELINE
    }

    public enum Visibility {
        PRIVATE,
        /** For people who share a team with the owner. */
        TEAM,
        SHARED
    }
}
