package dev.windrose.platform.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a mail stands. {@code SUPPRESSED}: a recipient may not be written to. */
public enum MailStatus {
    WAITING,
    SENDING,
    SENT,
    BOUNCED,
    FAILED,
    SUPPRESSED,
    CANCELLED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MailStatus> of(String wire) {
        return Arrays.stream(values())
                .filter(status -> status.wire().equals(wire))
                .findFirst();
    }
}
