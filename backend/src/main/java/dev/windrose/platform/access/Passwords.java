package dev.windrose.platform.access;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Rules and hashes of passwords: bcrypt, strength 12. */
@Component
class Passwords {

    /** bcrypt reads no further. */
    private static final int MAX_BYTES = 72;

    /** Of a password that nobody has. Compared with when there is nobody of that name, so that the answer takes as long. */
    private static final String NOBODY = "$2a$12$lRiKs0MtPYu8eEnKG5pIX.6FGY92x1kYdl1dC.8jOuGkw22MWKd/S";

    private static final int MIN_LENGTH = 10;
    private static final Set<String> COMMON = Set.of(
            "1234567890",
            "password123",
            "password1234",
            "qwertyuiop",
            "qwerty12345",
            "0123456789",
            "1q2w3e4r5t",
            "letmein123");

    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(12);

    String hash(@Nullable String password, String email) {
        if (password == null || password.isEmpty()) {
            throw new AppException(CommonError.REQUIRED, "A password is required.", "password");
        }
        if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
            throw weak("A password needs at least " + MIN_LENGTH + " characters.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new AppException(
                    CommonError.TOO_LONG, "A password may have at most " + MAX_BYTES + " bytes.", "password");
        }
        if (password.equalsIgnoreCase(email)
                || COMMON.contains(password.toLowerCase(java.util.Locale.ROOT))
                || password.chars().distinct().count() < 4) {
            throw weak("This password is too easy to guess.");
        }
        return encoder.encode(password);
    }

    boolean matches(String password, @Nullable String hash) {
        boolean readable = password.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
        boolean same = encoder.matches(readable ? password : "", hash == null ? NOBODY : hash);
        return same && readable && hash != null;
    }

    private static AppException weak(String sentence) {
        return new AppException(AccessError.WEAK_PASSWORD, sentence, "password");
    }
}
