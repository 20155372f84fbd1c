package dev.windrose.workspace.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One text, as a line of the file.
 *
 * @param withheld why text and decision are not shown
 */
record TrainingLine(
        UUID id,
        Instant at,
        @Nullable String channel,
        @Nullable String input,
        @Nullable String withheld,
        @Nullable UUID employeeId,
        About about,
        @Nullable JsonNode decision,
        List<Written> operations,
        List<Correction> corrections,
        List<Taught> examples,
        @Nullable Ended outcome) {

    record About(
            @Nullable UUID companyId,
            @Nullable UUID contactId,
            @Nullable UUID dealId) {}

    record Written(
            UUID changeSetId,
            String changeSetStatus,
            String op,
            String recordType,
            UUID recordId,
            Map<String, JsonNode> fields,
            String status,
            @Nullable Double confidence,
            @Nullable String reason) {}

    record Correction(
            Instant at,
            String kind,
            String recordType,
            UUID recordId,
            String field,
            @Nullable JsonNode from,
            @Nullable JsonNode to) {}

    /**
     * What people taught by correcting it.
     *
     * @param active whether it still changes readings
     */
    record Taught(
            Instant at,
            String kind,
            @Nullable String op,
            String recordType,
            @Nullable String field,
            String words,
            @Nullable String read,
            @Nullable String right,
            String engine,
            boolean active) {}

    /** Where the deal of the text stands now. */
    record Ended(
            UUID dealId,
            @Nullable String stage,
            @Nullable String state,
            @Nullable String signed) {}
}
