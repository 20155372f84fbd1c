package dev.windrose.integrations;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A message word for word.
 *
 * @param externalId what the source calls it; the same again is the same message
 * @param receivedAt when the source got it
 * @param priority one of those below
 * @param reach who may read it, where the source itself says so
 */
public record RawMessage(
        String externalId, Instant receivedAt, String contentType, byte[] content, int priority, Reach reach) {

    /** A person waits for an answer. */
    public static final int WAITED_FOR = 100;

    public static final int FRESH = 20;
    /** From before the connection was made. */
    public static final int OLD = 0;

    /** Who may read a message. */
    public enum Reach {
        /** Whoever may read what comes through the connection. */
        CONNECTION,
        /** Those who took part, also where the connection is everybody's. */
        THOSE_IN_IT,
        /** As the connection, although the same message may have come before as one for those who took part. */
        OPEN
    }

    public RawMessage(String externalId, Instant receivedAt, String contentType, byte[] content, int priority) {
        this(externalId, receivedAt, contentType, content, priority, Reach.CONNECTION);
    }

    /** What a message is called whose source has no name for it: SHA-256 of its content, in hexadecimal digits. */
    public static String idOf(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
