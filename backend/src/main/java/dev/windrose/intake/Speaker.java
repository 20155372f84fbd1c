package dev.windrose.intake;

import dev.windrose.intake.reading.Message;
import dev.windrose.platform.id.PersonId;
import org.jspecify.annotations.Nullable;

/** Whose word a text is, and how far it counts. */
record Speaker(
        Standing standing,
        Message.@Nullable Author author,
        @Nullable PersonId person) {

    enum Standing {
        /** Proved by the session or by a token that belongs to the author: stated facts are written. */
        EMPLOYEE,
        /** Said to be by an employee, which nothing proves: everything waits. */
        CLAIMED,
        /** From outside: only facts about the sender's own people and company, and what they agree to. */
        OUTSIDER
    }
}
