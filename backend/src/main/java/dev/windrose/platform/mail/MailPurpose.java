package dev.windrose.platform.mail;

import java.util.Locale;

/** Why somebody is written to. Marketing needs consent; service is what somebody asked for, such as a sign-in link. */
public enum MailPurpose {
    PERSONAL,
    MARKETING,
    SERVICE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
