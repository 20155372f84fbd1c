package dev.windrose.llm.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text put to a model.
 *
 * @param purpose what the answer is for, as {@code read_message}
 * @param about the text that came in, by its id in the log
 */
public record ModelQuestion(
        ModelTier tier,
        String purpose,
        Prompt prompt,
        String text,
        @Nullable UUID about) {}
