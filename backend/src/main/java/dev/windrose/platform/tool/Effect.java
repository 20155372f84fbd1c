package dev.windrose.platform.tool;

import java.util.Locale;

/** What a call leaves behind, from least to most. */
public enum Effect {
    READ,
    /** A proposal that a person decides on. */
    PROPOSE,
    WRITE;

    public boolean within(Effect most) {
        return ordinal() <= most.ordinal();
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
