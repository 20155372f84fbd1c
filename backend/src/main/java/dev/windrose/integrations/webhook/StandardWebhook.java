package dev.windrose.integrations.webhook;

import dev.windrose.integrations.ConnectionError;
import dev.windrose.integrations.Connector;
import dev.windrose.platform.credentials.Secret;
import dev.windrose.platform.error.AppException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Signatures as Standard Webhooks 1.0 has them: HMAC-SHA256 over id, time and body. */
public final class StandardWebhook {

    private static final String PREFIX = "whsec_";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private StandardWebhook() {}

    /** @throws AppException SIGNATURE_REFUSED with the reason */
    public static void require(@Nullable Secret secret, Connector.Call call, Instant now) {
        refusal(
                        Objects.requireNonNull(secret),
                        call.header("webhook-id"),
                        call.header("webhook-timestamp"),
                        call.header("webhook-signature"),
                        call.body(),
                        now)
                .ifPresent(why -> {
                    throw new AppException(ConnectionError.SIGNATURE_REFUSED, why);
                });
    }

    /** @return why it is refused; empty where the signature is right */
    static Optional<String> refusal(
            Secret secret,
            @Nullable String id,
            @Nullable String timestamp,
            @Nullable String signatures,
            byte[] body,
            Instant now) {
        if (id == null || timestamp == null || signatures == null) {
            return Optional.of("The headers webhook-id, webhook-timestamp and webhook-signature are needed.");
        }
        long seconds;
        try {
            seconds = Long.parseLong(timestamp);
        } catch (NumberFormatException e) {
            return Optional.of("The header webhook-timestamp is not a number of seconds.");
        }
        if (Math.abs(now.getEpochSecond() - seconds) > TOLERANCE.toSeconds()) {
            return Optional.of("The message is older or newer than five minutes.");
        }
        var key = key(secret);
        if (key.isEmpty()) {
            return Optional.of("The signing secret of this source is not one of Standard Webhooks.");
        }
        byte[] expected = sign(key.get(), id, timestamp, body).getBytes(StandardCharsets.US_ASCII);
        boolean right = Arrays.stream(signatures.split(" "))
                .anyMatch(one -> MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), expected));
        return right ? Optional.empty() : Optional.of("The signature is wrong.");
    }

    static Optional<byte[]> key(Secret secret) {
        String text = secret.reveal();
        try {
            byte[] key = Base64.getDecoder().decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
            return key.length == 0 ? Optional.empty() : Optional.of(key);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String sign(byte[] key, String id, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
