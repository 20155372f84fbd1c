package dev.windrose.records.change;

import dev.windrose.platform.Operation;
import java.util.Locale;

/** What an operation does to its record. */
public enum Op {
    CREATE("created"),
    UPDATE("updated"),
    /** Puts it into the bin. */
    DELETE("binned"),
    /** Takes it out of the bin. */
    RESTORE("restored");

    private final String past;

    Op(String past) {
        this.past = past;
    }

    /** As in the name of its event. */
    public String past() {
        return past;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Operation permission() {
        return switch (this) {
            case CREATE -> Operation.CREATE;
            case UPDATE -> Operation.UPDATE;
            case DELETE -> Operation.DELETE;
            case RESTORE -> Operation.RESTORE;
        };
    }

    Op reverse() {
        return switch (this) {
            case CREATE, RESTORE -> DELETE;
            case DELETE -> RESTORE;
            case UPDATE -> UPDATE;
        };
    }
}
