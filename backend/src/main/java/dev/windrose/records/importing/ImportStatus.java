package dev.windrose.records.importing;

import java.util.Locale;

/** How far an import is. */
public enum ImportStatus {
    UPLOADED,
    MAPPED,
    CHECKING,
    CHECKED,
    RUNNING,
    PAUSED,
    DONE,
    CANCELLED,
    FAILED,
    UNDONE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportStatus of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
