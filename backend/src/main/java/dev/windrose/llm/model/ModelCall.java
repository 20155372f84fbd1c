package dev.windrose.llm.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call as it is kept.
 *
 * @param cost in millionths of the currency
 * @param request what was sent, secrets masked
 */
public record ModelCall(
        UUID id,
        Instant at,
        @Nullable UUID person,
        String purpose,
        String prompt,
        int promptVersion,
        String tier,
        String model,
        long inputTokens,
        long outputTokens,
        @Nullable Long cost,
        @Nullable String currency,
        long ms,
        int attempts,
        CallOutcome outcome,
        @Nullable UUID about,
        @Nullable String request,
        @Nullable String response) {}
