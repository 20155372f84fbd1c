package dev.windrose.intake.inbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What has become of a message by now. */
public enum InboxState {
    /** A question is open. */
    ASKED,
    /** Something waits for a decision, or the message has not been read yet. */
    WAITING,
    WRITTEN,
    UNDONE,
    REFUSED,
    /** Nothing in it to record. */
    NOTED,
    FAILED,
    /** Kept for those who took part. */
    PRIVATE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<InboxState> of(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(wire))
                .findFirst();
    }
}
