package dev.windrose.records.duplicates;

import dev.windrose.records.RecordData;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A pair of the queue as somebody sees it. */
public record PairView(
        UUID id,
        String recordType,
        double score,
        CandidateStatus status,
        List<Reason> reasons,
        List<RecordData> records,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable UUID changeSetId) {}
