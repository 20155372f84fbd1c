package dev.windrose.records.store;

import dev.windrose.records.Descriptor;
import dev.windrose.records.ExternalId;
import dev.windrose.records.RecordData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored record.
 *
 * @param values by field name, without the empty ones
 * @param provenance who set which field: a stamp per field, and one under "*" for all others; empty unless read for it
 */
public record Row(
        UUID id,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        Map<String, Object> values,
        Map<String, Object> provenance,
        List<ExternalId> externalIds) {

    public RecordData asData(Descriptor type) {
        return new RecordData(
                type.name(),
                id,
                version,
                type.titleOf(values),
                createdAt,
                updatedAt,
                deletedAt,
                values,
                externalIds,
                Map.of(),
                Set.of());
    }
}
