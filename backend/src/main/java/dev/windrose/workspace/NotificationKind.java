package dev.windrose.workspace;

import java.util.Locale;

/** Why somebody is told something. */
public enum NotificationKind {
    MENTION,
    ASSIGNMENT,
    TASK_DUE,
    REMINDER,
    SHARED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static NotificationKind of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
