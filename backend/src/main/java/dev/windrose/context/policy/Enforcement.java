package dev.windrose.context.policy;

import java.util.Arrays;
import java.util.Locale;

/** What becomes of a write that a policy says something about. */
public enum Enforcement {
    /** The write happens, and what the policy asks is told. */
    WARN,
    /** The write waits for an approval or is refused. */
    REQUIRE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Enforcement of(Object value, Enforcement usual) {
        return Arrays.stream(values())
                .filter(one -> one.wire().equals(value))
                .findFirst()
                .orElse(usual);
    }
}
