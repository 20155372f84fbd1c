package dev.windrose.context.claim;

import java.util.Locale;

/** What becomes of a sentence. */
public enum Verdict {
    SUPPORTED,
    CONTRADICTED,
    UNSUPPORTED,
    /** It claims nothing: a greeting, a question, an offer. */
    NO_CLAIM;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
