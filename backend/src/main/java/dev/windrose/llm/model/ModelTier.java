package dev.windrose.llm.model;

import java.util.Locale;

/** How much a model is to think. Names of vendors' models stand in the settings alone. */
public enum ModelTier {
    FAST,
    STRONG;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
