package dev.windrose.platform.credentials;

import dev.windrose.platform.error.AppException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** One key of the ring: AES-256-GCM, a fresh nonce before each sealed value, bound to the workspace and the id of the value. */
final class SealingKey {

    static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] FORM = "windrose credential 1".getBytes(StandardCharsets.US_ASCII);

    private final String id;
    private final SecretKeySpec key;

    private SealingKey(String id, byte[] bytes) {
        this.id = id;
        this.key = new SecretKeySpec(bytes, "AES");
    }

    static SealingKey fresh(String id) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SealingKey(id, bytes);
    }

    static SealingKey of(String id, byte[] bytes) {
        if (bytes.length != BYTES || id.isBlank()) {
            throw new IllegalArgumentException("not a key");
        }
        return new SealingKey(id, bytes);
    }

    String id() {
        return id;
    }

    String line() {
        return id + ":" + Base64.getEncoder().encodeToString(key.getEncoded());
    }

    byte[] seal(Secret value, UUID tenant, UUID credential) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, tenant, credential);
            byte[] sealed = cipher.doFinal(value.reveal().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws AppException CREDENTIAL_UNREADABLE where it was sealed by another key, for another place, or changed since */
    Secret open(byte[] sealed, UUID tenant, UUID credential) {
        if (sealed.length < NONCE) {
            throw Keyring.unreadable();
        }
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE);
            var cipher = cipher(Cipher.DECRYPT_MODE, nonce, tenant, credential);
            return Secret.of(new String(cipher.doFinal(sealed, NONCE, sealed.length - NONCE), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw Keyring.unreadable();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID tenant, UUID credential) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(FORM);
        cipher.updateAAD(ByteBuffer.allocate(32)
                .putLong(tenant.getMostSignificantBits())
                .putLong(tenant.getLeastSignificantBits())
                .putLong(credential.getMostSignificantBits())
                .putLong(credential.getLeastSignificantBits())
                .array());
        return cipher;
    }
}
