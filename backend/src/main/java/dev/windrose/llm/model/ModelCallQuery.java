package dev.windrose.llm.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which calls are asked for. What is null counts for all. */
public record ModelCallQuery(
        @Nullable UUID person,
        @Nullable String purpose,
        @Nullable String outcome,
        @Nullable String model,
        @Nullable String prompt,
        @Nullable UUID about,
        @Nullable Instant from,
        @Nullable Instant to) {

    ModelCallQuery of(@Nullable UUID other) {
        return new ModelCallQuery(other, purpose, outcome, model, prompt, about, from, to);
    }
}
