package dev.windrose.platform.people;

import java.util.Locale;

/** An invited person has not signed in yet; a deactivated one cannot, and keeps its name in history. */
public enum PersonStatus {
    INVITED,
    ACTIVE,
    DEACTIVATED;

    /** The name in the database and on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PersonStatus of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
