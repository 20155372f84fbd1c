package dev.windrose.records.importing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file as it was read.
 *
 * @param number its place among the rows
 * @param line the line of the file where it starts
 * @param newId the id of its record, should it be a new one
 * @param titleKey by which other rows of the file refer to it
 * @param links whether it refers to records that the file itself brings
 * @param held fields that have a value in the record, where only empty ones are filled
 */
record StagedRow(
        long number,
        long line,
        UUID newId,
        @Nullable String key,
        @Nullable String externalId,
        @Nullable String titleKey,
        boolean links,
        @Nullable String field,
        @Nullable String reason,
        Map<String, Object> values,
        List<String> cells,
        RowState state,
        @Nullable UUID record,
        boolean known,
        Set<String> held) {}
