package dev.windrose.platform.tool;

import java.util.Locale;

/** Where a tool is offered. */
public enum Tier {
    /** Named to every agent from the start. */
    CORE,
    /** Found by what it is for. */
    EXTENDED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
