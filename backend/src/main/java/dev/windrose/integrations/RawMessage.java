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
 */
public record RawMessage(String externalId, Instant receivedAt, String contentType, byte[] content, int priority) {

    /** A person waits for an answer. */
    public static final int WAITED_FOR = 100;

    public static final int FRESH = 20;
    /** From before the connection was made. */
    public static final int OLD = 0;

    /** What a message is called whose source has no name for it: SHA-256 of its content, in hexadecimal digits. */
    public static String idOf(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
