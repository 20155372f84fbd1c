package dev.windrose.platform.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the way to a mail server is encrypted. */
public enum Security {
    NONE,
    STARTTLS,
    TLS;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Security> of(String wire) {
        return Arrays.stream(values()).filter(one -> one.wire().equals(wire)).findFirst();
    }
}
