package dev.windrose.records.custom;

import dev.windrose.platform.id.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of the schema.
 *
 * @param subject "field" or "entity"
 * @param before the definition as it was; null where it was made
 * @param rollsBack the change that this one takes back
 */
public record SchemaChange(
        UUID id,
        Instant at,
        String actorName,
        @Nullable PersonId person,
        String summary,
        String subject,
        UUID subjectId,
        @Nullable Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after,
        Map<String, @Nullable Object> impact,
        @Nullable UUID rollsBack,
        @Nullable UUID rolledBackBy) {}
