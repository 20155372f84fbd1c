package dev.windrose.llm.model;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation of which the next turn is the model's.
 *
 * @param purpose what the answer is for, as {@code run_agent}
 * @param prompt what it is told to do; its schema is not used
 * @param about the text that came in, by its id in the log
 */
public record ModelTalk(
        ModelTier tier,
        String purpose,
        Prompt prompt,
        List<ModelTool> tools,
        List<TalkTurn> turns,
        @Nullable UUID about) {}
