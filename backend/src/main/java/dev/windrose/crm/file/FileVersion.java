package dev.windrose.crm.file;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A content that a file has or had.
 *
 * @param name of the file that brought it
 * @param addedBy null where no person did
 */
public record FileVersion(
        int number,
        String name,
        String contentType,
        long size,
        String contentHash,
        @Nullable Integer width,
        @Nullable Integer height,
        boolean thumbnail,
        Instant addedAt,
        @Nullable UUID addedBy) {}
