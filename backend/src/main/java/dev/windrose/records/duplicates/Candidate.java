package dev.windrose.records.duplicates;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two records that may be the same. */
record Candidate(
        UUID id,
        String recordType,
        UUID a,
        UUID b,
        double score,
        List<KeptFinding> findings,
        CandidateStatus status,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable UUID mergeId,
        @Nullable UUID changeSetId) {

    List<UUID> records() {
        return List.of(a, b);
    }
}
