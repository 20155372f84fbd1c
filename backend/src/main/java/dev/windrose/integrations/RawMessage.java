package dev.windrose.integrations;

import java.time.Instant;

/**
 * A message word for word.
 *
 * @param externalId what the source calls it; the same again is the same message
 * @param receivedAt when the source got it
 * @param priority one of those below
 */
public record RawMessage(String externalId, Instant receivedAt, String contentType, byte[] content, int priority) {

    /** A person waits for an answer. */
    public static final int WAITED_FOR = 100;

    public static final int FRESH = 20;
    /** From before the connection was made. */
    public static final int OLD = 0;
}
