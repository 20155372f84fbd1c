package dev.windrose.platform.credentials;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A value that no log, exception or answer shows by accident: only {@code reveal} gives it. */
public final class Secret {

    private static final String SHOWN = "[secret]";
    private static final int LONG_ENOUGH = 12;

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    @JsonCreator
    public static Secret of(String value) {
        return new Secret(value);
    }

    public String reveal() {
        return value;
    }

    public boolean blank() {
        return value.isBlank();
    }

    public int length() {
        return value.length();
    }

    /** To recognise it by; nothing of a short one, of which it would be too much. */
    public String lastFour() {
        return value.length() < LONG_ENOUGH ? "" : value.substring(value.length() - 4);
    }

    /** The text without the secret, for messages that another program wrote. */
    public String removedFrom(String text) {
        return value.isEmpty() ? text : text.replace(value, SHOWN);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), secret.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @JsonValue
    @Override
    public String toString() {
        return SHOWN;
    }
}
