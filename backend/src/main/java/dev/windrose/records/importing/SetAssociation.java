package dev.windrose.records.importing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file that refers to records.
 *
 * @param recordType of the records that are meant
 * @param fromImportId the file of the same set that brings them
 */
public record SetAssociation(
        UUID importId,
        String fileName,
        String column,
        String field,
        String label,
        String recordType,
        @Nullable UUID fromImportId,
        @Nullable String fromFile) {}
