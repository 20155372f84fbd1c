package dev.windrose.intake.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the reader of a message had to know.
 *
 * @param message the text that came in
 * @param state open, answered, none (nothing fits), closed (asked no more) or expired
 * @param answeredBy the name of who did
 */
public record AskedQuestion(
        UUID id,
        UUID message,
        @Nullable UUID thread,
        String about,
        String channel,
        @Nullable UUID person,
        String text,
        List<Option> options,
        String state,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        Instant askedAt) {

    /** @param value the id of a record, or what the answer would be */
    public record Option(String value, String label) {}

    public boolean open() {
        return state.equals("open");
    }
}
