package dev.windrose.integrations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a message. Those that wait are in the queue. */
public enum MessageState {
    WAITING,
    STORED,
    EXCLUDED,
    FAILED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MessageState> of(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(wire))
                .findFirst();
    }
}
