package dev.windrose.workspace;

import java.util.Locale;
import java.util.Set;

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

    /** Whether the field that the news tells of is among these; the owner of a record cannot be hidden. */
    boolean tellsAny(Set<String> hidden) {
        return switch (this) {
            case MENTION, SHARED -> false;
            case ASSIGNMENT -> hidden.contains("assignee_id");
            case TASK_DUE -> hidden.contains("due_date") || hidden.contains("assignee_id");
            case REMINDER -> hidden.contains("remind_at") || hidden.contains("assignee_id");
        };
    }

    static NotificationKind of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
