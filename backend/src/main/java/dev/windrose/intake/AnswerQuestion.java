package dev.windrose.intake;

import dev.windrose.context.ThreadMessage;
import java.util.Map;
import java.util.Optional;

/** Answers questions about the record in a conversation. Implemented by the module that turns questions into queries. */
public interface AnswerQuestion {

    /**
     * Reads only, as the one who wrote the message, so it may be called again.
     *
     * @return what the part {@code answer} says: {@code text}, {@code records}, {@code value}, {@code refused}, and {@code question} where something
     *     has to be asked back; empty where the message asks nothing, or nothing that is understood
     */
    Optional<Map<String, Object>> of(ThreadMessage message);
}
